/**
 * Why somebody was not signed in: the issuer said no (`refused`), cannot be reached, refuses this program rather than the
 * person (`set-up`), or has answered this sign-in before (`used`); what came back does not fit what was asked
 * (`unfitting`), or to this browser (`lost`); the person is not on the list (`not-allowed`).
 */
export type SignInFailure = 'refused' | 'unreachable' | 'set-up' | 'used' | 'unfitting' | 'lost' | 'not-allowed';

/** The message is for the log: no code, token, secret or mail address. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}
