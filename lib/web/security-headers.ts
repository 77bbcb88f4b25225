import type { MiddlewareHandler } from 'hono';

// Mail has its styles inline; nothing anywhere is loaded from another address, and no script runs.
const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ');

/** Nothing from elsewhere, nothing told to elsewhere, nothing kept by what lies between. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', POLICY);
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  c.header('x-robots-tag', 'noindex');
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
};
