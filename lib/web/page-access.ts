import type { Context, MiddlewareHandler } from 'hono';
import { type CheckTokenNeeds, checkProgramToken } from '../access/check-program-token.ts';
import { hashSecret } from '../access/hash-secret.ts';
import { isAllowedPerson } from '../access/is-allowed-person.ts';
import type { SessionStore } from '../access/session-store.ts';
import { messagePage } from './layout.ts';
import { pageTokenDoor } from './page-token.ts';
import { sessionCookie } from './private-cookie.ts';
import { apiScopes, isApiPath, isOpenPath } from './route-access.ts';
import type { Visitor, WebEnv } from './visitor.ts';

export interface PageAccessNeeds extends CheckTokenNeeds {
  sessionStore: Pick<SessionStore, 'get'>;
  publicUrl: string;
  settings: { pageToken?: string | undefined; signIn?: { allowed: readonly string[] } | undefined };
}

/**
 * Lets in who brings one of three things: a session, a program's token (for the API alone), or, where the page has a
 * token because it has no sign-in, that. A browser is sent to sign in; a program is told by status and header.
 */
export function pageAccess(needs: PageAccessNeeds): MiddlewareHandler<WebEnv> {
  const cookie = sessionCookie(needs.publicUrl);
  const { pageToken, signIn } = needs.settings;
  const opensByPageToken = pageToken === undefined ? undefined : pageTokenDoor(pageToken);

  const findVisitor = async (c: Context): Promise<Visitor | undefined> => {
    const sessionId = cookie.read(c);
    const session = sessionId ? await needs.sessionStore.get(hashSecret(sessionId)) : undefined;
    // The list may have changed since the sign-in.
    if (!session || !isAllowedPerson(session, signIn?.allowed ?? [])) return undefined;
    return { name: session.address ?? session.subject, person: `${session.issuer} ${session.subject}` };
  };

  return async (c, next) => {
    if (isOpenPath(c.req.path)) return next();
    const authorization = c.req.header('authorization');
    if (isApiPath(c.req.path) && authorization !== undefined) {
      return (await refuseProgram(c, authorization, needs)) ?? next();
    }
    const opened = opensByPageToken ? opensByPageToken(c) : await findVisitor(c);
    if (opened instanceof Response) return opened;
    if (!opened) return turnAway(c, opensByPageToken !== undefined);
    if (opened !== true) c.set('visitor', opened);
    return next();
  };
}

/** @returns undefined when the token opens the address; else what RFC 6750 (section 3) has for an answer */
async function refuseProgram(c: Context, authorization: string, needs: CheckTokenNeeds): Promise<Response | undefined> {
  const [, text = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const scope = apiScopes[c.req.path];
  const verdict = await checkProgramToken(text, scope, needs);
  if (verdict === 'valid') return undefined;
  if (verdict === 'out-of-scope') {
    const asked = scope === undefined ? '' : `, scope="${scope}"`;
    c.header('www-authenticate', `Bearer realm="vigil", error="insufficient_scope"${asked}`);
    const error = scope === undefined ? 'no token opens this address' : `this address needs the scope ${scope}`;
    return c.json({ error }, 403);
  }
  c.header('www-authenticate', 'Bearer realm="vigil", error="invalid_token"');
  return c.json({ error: 'the token is unknown, expired or revoked: ask the operator for another' }, 401);
}

function turnAway(c: Context, hasPageToken: boolean): Response {
  if (isApiPath(c.req.path)) {
    c.header('www-authenticate', 'Bearer realm="vigil"');
    return c.json({ error: 'bring a program’s token as "Authorization: Bearer …", or open the page first' }, 401);
  }
  if (hasPageToken) {
    const text = 'This page opens with the address that the program printed when it started: it ends in “?token=…”.';
    return c.html(messagePage('Not open to everyone', text), 401);
  }
  // What was to be done is not known any more after the sign-in.
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    return c.html(messagePage('Sign in first', 'Nothing was changed. Open the page again and sign in.'), 401);
  }
  const { pathname, search } = new URL(c.req.url);
  const to = `${pathname}${search}`;
  return c.redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`, 303);
}
