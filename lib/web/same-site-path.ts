/** As it is sent: a letter of Persian counts six. The path is kept in a cookie, and up to six of those go with a request. */
const MOST_CHARS = 500;

/** Any origin will do to resolve against; this one is nobody's. */
const HERE = 'https://here.invalid';

/**
 * Path and query to send a browser to, from an address that somebody else may have made up: never another site, however
 * it is written (`//host`, `/\host`, `https:host`, a tab between the slashes), and never the sign-in itself.
 *
 * @returns `/` for all that is no path of this site
 */
export function sameSitePath(address: string | undefined): string {
  if (address === undefined || !address.startsWith('/')) return '/';
  const url = URL.parse(address, HERE);
  if (url?.origin !== HERE) return '/';
  // `/.//host` resolves to a path that begins with two slashes.
  const path = `${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`;
  return path.length > MOST_CHARS || /^\/sign(-in|ed-out|-out)([/?]|$)/.test(path) ? '/' : path;
}
