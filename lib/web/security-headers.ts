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

/** A year: who has been here once is never again asked in clear, where somebody on the way could answer. */
const HTTPS_ONLY = 'max-age=31536000';

/**
 * Nothing from elsewhere, nothing told to elsewhere, nothing kept by what lies between. A site that opens the page in a
 * window, or loads a part of it, must not see by the frames or the answer whether its visitor is a reader.
 */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', POLICY);
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (new URL(c.req.url).protocol === 'https:') c.header('strict-transport-security', HTTPS_ONLY);
  c.header('x-content-type-options', 'nosniff');
  c.header('x-robots-tag', 'noindex');
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
};
