import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** A cookie that scripts cannot read and other sites cannot send along with a POST. */
export interface PrivateCookie {
  read(c: Context): string | undefined;
  /** @param seconds until the browser forgets it; without them it does when it is closed */
  write(c: Context, value: string, seconds?: number): void;
  clear(c: Context): void;
}

/**
 * Over https the name begins with `__Host-`: browsers then take it from this host alone, for all of it, and over https.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix
 */
function privateCookie(name: string, publicUrl: string): PrivateCookie {
  const isSecure = publicUrl.startsWith('https:');
  const fullName = isSecure ? `__Host-${name}` : name;
  const attributes = { httpOnly: true, sameSite: 'Lax', secure: isSecure, path: '/' } as const;
  return {
    read: (c) => getCookie(c, fullName),
    write: (c, value, seconds) =>
      setCookie(c, fullName, value, { ...attributes, ...(seconds !== undefined && { maxAge: seconds }) }),
    clear: (c) => void deleteCookie(c, fullName, attributes),
  };
}

export const sessionCookie = (publicUrl: string): PrivateCookie => privateCookie('vigil-session', publicUrl);

const PENDING = 'vigil-sign-in-';

/** One for each sign-in that is under way, so that two tabs do not take each other's. */
export function pendingCookie(state: string, publicUrl: string): PrivateCookie {
  return privateCookie(`${PENDING}${state.replace(/[^\w-]/g, '').slice(0, 8)}`, publicUrl);
}

/** More tabs than anybody signs in with at once. An HTTP API refuses a request with more than 10 KB of headers. */
const MOST_PENDING = 5;

/** Takes back the cookies of all sign-ins under way but the latest; browsers send the oldest first. */
export function clearOldPending(c: Context, publicUrl: string): void {
  const names = Object.keys(getCookie(c)).map((name) => name.replace('__Host-', ''));
  const states = names.filter((name) => name.startsWith(PENDING)).map((name) => name.slice(PENDING.length));
  for (const state of states.slice(0, -MOST_PENDING)) pendingCookie(state, publicUrl).clear(c);
}
