import type { Context } from 'hono';

/**
 * Whether a POST comes from a form of this page. Browsers that do not say where one comes from do not send the cookie with
 * another site's POST either.
 */
export const isOwnForm = (c: Context): boolean => (c.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin';
