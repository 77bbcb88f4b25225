import type { MiddlewareHandler } from 'hono';
import { isSameSecret } from '../access/hash-secret.ts';

/**
 * Turns away what did not come through the firewall, which adds a secret header to every request.
 *
 * @param originSecret undefined where there is no firewall: everything goes on
 */
export function originCheck(originSecret: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (originSecret === undefined || isSameSecret(c.req.header('x-vigil-origin') ?? '', originSecret)) return next();
    return c.text('this address is not for direct use', 403);
  };
}
