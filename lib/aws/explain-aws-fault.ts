import { UserError } from '../errors.ts';

const CREDENTIALS = 'no AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
const EXPIRED = 'the AWS credentials have expired: sign in again, for example with "aws sso login"';
const UNKNOWN = 'AWS does not accept the credentials: set AWS_PROFILE, or sign in again';

/** By the name of the error, or by its code where the connection failed. */
const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError: CREDENTIALS,
  TokenProviderError: EXPIRED,
  ExpiredToken: EXPIRED,
  ExpiredTokenException: EXPIRED,
  RequestExpired: 'the clock of this machine is wrong: set it',
  InvalidClientTokenId: UNKNOWN,
  UnrecognizedClientException: UNKNOWN,
  SignatureDoesNotMatch: UNKNOWN,
  ECONNREFUSED: 'AWS cannot be reached: is the machine connected?',
  ENOTFOUND: 'AWS cannot be reached: is the machine connected, and AWS_REGION a region?',
  EAI_AGAIN: 'AWS cannot be reached: is the machine connected?',
  ETIMEDOUT: 'AWS cannot be reached: is the machine connected?',
  TimeoutError: 'AWS cannot be reached: is the machine connected?',
};

const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'Forbidden']);

/**
 * What a person can do about a fault of the AWS SDK that comes from the caller's machine, credentials or rights, as
 * the error to show. Undefined for every other fault.
 */
export function explainAwsFault(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  const advice = ADVICE[error.name] ?? (code === undefined ? undefined : ADVICE[code]);
  if (advice !== undefined) return new UserError(advice, 1, { cause: error });
  if (error.message === 'Region is missing') {
    return new UserError('no AWS region: set AWS_REGION to the one that the stack is deployed in', 1, { cause: error });
  }
  if (!DENIED.has(error.name)) return undefined;
  // The message names who asked for what; it is AWS's own and one line.
  return new UserError(`AWS refuses: ${error.message}; use credentials that may`, 1, { cause: error });
}
