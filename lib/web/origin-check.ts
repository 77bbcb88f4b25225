import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * Turns away what did not come through the firewall, which adds a secret header to every request.
 *
 * @param originSecret undefined where there is no firewall: everything goes on
 */
export function originCheck(originSecret: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (originSecret === undefined || isSame(c.req.header('x-vigil-origin') ?? '', originSecret)) return next();
    return c.text('this address is not for direct use', 403);
  };
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
