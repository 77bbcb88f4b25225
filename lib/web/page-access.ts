import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { messagePage } from './layout.ts';

const COOKIE = 'vigil';
const DAYS_KEPT = 30;

/** Addresses that open without the token: mail programs and readers come to them from the digest. */
const OPEN_PATHS = new Set(['/unsubscribe', '/style.css', '/robots.txt']);

/**
 * Lets in who brings the page's token, once in the address (`?token=…`) and from then on in a cookie. The address is
 * answered by a redirect without the token, so that it does not stay in the history or go out as a referrer.
 */
export function pageAccess(pageToken: string): MiddlewareHandler {
  // The cookie holds a hash: who reads a cookie jar learns nothing that opens the page by address.
  const cookieValue = createHash('sha256').update(`vigil:page:${pageToken}`).digest('base64url');
  return async (c, next) => {
    if (OPEN_PATHS.has(c.req.path)) return next();
    const token = c.req.query('token');
    if (token !== undefined && isSame(token, pageToken)) {
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
    }
    if (isSame(getCookie(c, COOKIE) ?? '', cookieValue)) return next();
    if (c.req.path.startsWith('/api/')) return c.json({ error: 'open the page once with its token first' }, 401);
    const text = 'This page opens with the address that the program printed when it started: it ends in “?token=…”.';
    return c.html(messagePage('Not open to everyone', text), 401);
  };
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
