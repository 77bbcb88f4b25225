import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isSameSecret } from '../access/hash-secret.ts';

const COOKIE = 'vigil';
const DAYS_KEPT = 30;

/**
 * The door of a page without sign-in: its token, once in the address (`?token=…`) and from then on in a cookie. The
 * address is answered by a redirect without the token, so that it does not stay in the history or go out as a referrer.
 *
 * @returns a function that says whether a request brings it, or the redirect to answer with
 */
export function pageTokenDoor(pageToken: string): (c: Context) => boolean | Response {
  // The cookie holds a hash: who reads a cookie jar learns nothing that opens the page by address.
  const cookieValue = createHash('sha256').update(`vigil:page:${pageToken}`).digest('base64url');
  return (c) => {
    const token = c.req.query('token');
    if (token === undefined || !isSameSecret(token, pageToken)) {
      return isSameSecret(getCookie(c, COOKIE) ?? '', cookieValue);
    }
    setCookie(c, COOKIE, cookieValue, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(c.req.url).protocol === 'https:',
      path: '/',
      maxAge: DAYS_KEPT * 86_400,
    });
    const url = new URL(c.req.url);
    url.searchParams.delete('token');
    // A path that began with two slashes would lead to another host.
    return c.redirect(`${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`, 303);
  };
}
