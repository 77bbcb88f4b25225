import type { Scope } from '../access/program-token.ts';

/**
 * The addresses that open to everyone, with the reason. All others ask for a session, or, where the page has no
 * sign-in, for its token. `:name` stands for one part of a path.
 */
export const openRoutes: Readonly<Record<string, string>> = {
  '/unsubscribe': 'carries a signed token of its own, and mail programs come without a session',
  '/sign-up': 'is there only where the operator opened it, and answers every address alike',
  '/confirm': 'carries a signed token of its own, of a mail to the address that it confirms',
  '/preferences': 'carries a signed token of its own, of the reader’s mails',
  '/editions/:token': 'is a signed token itself, for one edition and 90 days',
  '/editions/feed/:file': 'is a signed token itself, for one reader’s editions and a year',
  '/feedback': 'carries a signed token of its own, of one reader and one article of their mail',
  '/style.css': 'says nothing; the pages below need it',
  '/robots.txt': 'says nothing but to stay away',
  '/sign-in': 'leads to the issuer',
  '/sign-in/callback': 'comes from the issuer, and is bound to the browser that left for it',
  '/sign-out': 'ends what the browser brings, and nothing else',
  '/signed-out': 'says nothing but that',
};

/** What a program's token must be good for. An address of the API without a row opens to no token. */
export const apiScopes: Readonly<Record<string, Scope>> = {
  '/api/coverage': 'coverage:read',
  '/api/feeds': 'feeds:read',
};

const openPatterns = Object.keys(openRoutes).map(
  (route) => new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
);

export const isOpenPath = (path: string): boolean => openPatterns.some((pattern) => pattern.test(path));
export const isApiPath = (path: string): boolean => path === '/api' || path.startsWith('/api/');
