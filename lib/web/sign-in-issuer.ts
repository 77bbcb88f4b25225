import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { Person } from '../access/person.ts';
import { operatorFetch } from '../http/operator-fetch.ts';
import { SignInError } from './sign-in-error.ts';

export interface SignInSettings {
  /** Issuer identifier of OpenID Connect; its discovery document lies below it. */
  issuer: string;
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string | undefined;
  /** Mail addresses, and domains as `@example.org`, in small letters; empty where the issuer chooses who comes in. */
  allowed: readonly string[];
}

/** What only the browser that began a sign-in may bring back. */
export interface SignInChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** OpenID Connect by authorization code with PKCE, state and nonce, at one issuer. */
export interface SignInIssuer {
  begin(checks: SignInChecks): Promise<URL>;
  /** @param query of the address that the issuer sent the browser to, with its question mark */
  finish(query: string, checks: SignInChecks): Promise<Person>;
  /** Where the browser ends its session at the issuer. @returns undefined when the issuer has no such address */
  signOutUrl(): Promise<URL | undefined>;
}

export const newSignInChecks = (): SignInChecks => ({
  state: randomState(),
  nonce: randomNonce(),
  codeVerifier: randomPKCECodeVerifier(),
});

/** Discovery is asked again after this, so that a process that lives long learns of a moved endpoint. */
const DISCOVERY_MINUTES = 60;
/** Below the page's own 29 seconds, for two requests one after the other. */
const TIMEOUT_SECONDS = 8;

/**
 * Asks the issuer when it is first needed, and again after a failure. Every method throws a SignInError.
 *
 * @param publicUrl address of the page, without a slash at the end
 */
export function createSignInIssuer(settings: SignInSettings, publicUrl: string, now: () => Date): SignInIssuer {
  let found: { configuration: Promise<Configuration>; until: number } | undefined;
  const configuration = () => {
    if (found && now().getTime() < found.until) return found.configuration;
    const asked = discover(settings);
    found = { configuration: asked, until: now().getTime() + DISCOVERY_MINUTES * 60_000 };
    asked.catch(() => {
      found = undefined;
    });
    return asked;
  };

  return {
    async begin({ state, nonce, codeVerifier }) {
      return explained(async () =>
        buildAuthorizationUrl(await configuration(), {
          redirect_uri: `${publicUrl}/sign-in/callback`,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        }),
      );
    },

    async finish(query, { state, nonce, codeVerifier }) {
      return explained(async () => {
        const config = await configuration();
        // The address as the issuer was told it, not as a proxy passes it on.
        const address = new URL(`${publicUrl}/sign-in/callback${query}`);
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
        const tokens = await authorizationCodeGrant(config, address, { ...checks, idTokenExpected: true });
        const claims = tokens.claims();
        if (!claims) throw new SignInError('unfitting', 'no ID token');
        const isWhole = claims.email !== undefined || config.serverMetadata().userinfo_endpoint === undefined;
        const said = isWhole ? claims : await fetchUserInfo(config, tokens.access_token, claims.sub);
        return personOf(claims, said);
      });
    },

    async signOutUrl() {
      return explained(async () => {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        const back = `${publicUrl}/signed-out`;
        // Cognito calls it `logout_uri`; who does not know a parameter passes over it.
        return buildEndSessionUrl(config, { post_logout_redirect_uri: back, logout_uri: back });
      });
    },
  };
}

function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<Configuration> {
  const server = new URL(issuer);
  return discovery(server, clientId, undefined, clientSecret === undefined ? None() : authenticateBy(clientSecret), {
    // `operatorFetch` holds plain http to loopback.
    execute: [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])],
    timeout: TIMEOUT_SECONDS,
    [customFetch]: (url, options) => operatorFetch(url, options as RequestInit),
  });
}

/** In the header, which is the default of the specification, unless the issuer takes the secret in the body alone. */
function authenticateBy(clientSecret: string): ClientAuth {
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    return way(clientSecret)(server, ...rest);
  };
}

/** @param said the claims that hold the mail address, of the ID token or of the userinfo endpoint */
function personOf({ iss, sub }: { iss: string; sub: string }, said: Readonly<Record<string, unknown>>): Person {
  const person = { issuer: iss, subject: sub };
  // Some issuers write it as text.
  if (said.email_verified !== true && said.email_verified !== 'true') return Person.parse(person);
  const withAddress = Person.safeParse({ ...person, address: said.email });
  return withAddress.data ?? Person.parse(person);
}

/** @throws SignInError with a detail that holds no code, token or secret */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signInErrorOf(error);
  }
}

function signInErrorOf(error: unknown): Error {
  if (error instanceof SignInError) return error;
  // The words are the issuer's, or those of whoever made the address up: names of errors only.
  if (error instanceof AuthorizationResponseError) return new SignInError('refused', nameOf(error.error), error);
  if (error instanceof ResponseBodyError) {
    return new SignInError(error.error === 'invalid_grant' ? 'used' : 'set-up', nameOf(error.error), error);
  }
  if (error instanceof WWWAuthenticateChallengeError) return new SignInError('set-up', error.message, error);
  if (error instanceof ClientError && /^OAUTH_(TIMEOUT|RESPONSE_IS_NOT)/.test(error.code ?? '')) {
    return new SignInError('unreachable', error.message, error);
  }
  if (error instanceof ClientError) return new SignInError('unfitting', error.message, error);
  const isOfNetwork = error instanceof TypeError || (error as Error).name === 'TimeoutError';
  return isOfNetwork ? new SignInError('unreachable', reasonOf(error as Error), error) : (error as Error);
}

const nameOf = (code: string) => (/^\w{1,60}$/.test(code) ? code : 'an error without a name');
const reasonOf = ({ message, cause }: Error) =>
  cause instanceof Error ? `${message}: ${(cause as NodeJS.ErrnoException).code ?? cause.message}` : message;
