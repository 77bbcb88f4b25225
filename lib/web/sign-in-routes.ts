import { type Context, Hono } from 'hono';
import { hashSecret } from '../access/hash-secret.ts';
import { isAllowedPerson } from '../access/is-allowed-person.ts';
import { type OpenSessionNeeds, openSession } from '../access/open-session.ts';
import type { SessionStore } from '../access/session-store.ts';
import { log } from '../log.ts';
import { messagePage } from './layout.ts';
import { isOwnForm } from './own-form.ts';
import { openPendingSignIn, PENDING_MINUTES, sealPendingSignIn } from './pending-sign-in.ts';
import { clearOldPending, pendingCookie, sessionCookie } from './private-cookie.ts';
import { sameSitePath } from './same-site-path.ts';
import { SignInError } from './sign-in-error.ts';
import { newSignInChecks, type SignInIssuer } from './sign-in-issuer.ts';
import { failures, leavingPage, signedOutPage, signInFailurePage } from './sign-in-pages.ts';

export interface SignInNeeds extends OpenSessionNeeds {
  sessionStore: Pick<SessionStore, 'add' | 'end'>;
  issuer: SignInIssuer;
  /** Who may come in of those whom the issuer knows; empty for all of them. */
  allowed: readonly string[];
  /** The key of the sign-ins under way is derived from it. */
  signingKey: string;
  publicUrl: string;
}

/**
 * `/sign-in` leads to the issuer, `/sign-in/callback` is where it sends the browser back to, POST `/sign-out` ends the
 * session here and at the issuer. The callback is the one GET that writes: OpenID Connect brings the code by an address.
 */
export function signInRoutes(needs: SignInNeeds): Hono {
  const app = new Hono();
  const { issuer, publicUrl, signingKey, now } = needs;
  const cookie = sessionCookie(publicUrl);

  app.get('/sign-in', async (c) => {
    const checks = newSignInChecks();
    const expiresAt = Math.floor(now().getTime() / 1000) + PENDING_MINUTES * 60;
    const pending = { ...checks, to: sameSitePath(c.req.query('to')), expiresAt };
    const url = await issuer.begin(checks);
    clearOldPending(c, publicUrl);
    pendingCookie(checks.state, publicUrl).write(c, sealPendingSignIn(pending, signingKey), PENDING_MINUTES * 60);
    return c.redirect(url.href, 303);
  });

  app.get('/sign-in/callback', async (c) => {
    if (c.req.method !== 'GET') return c.body(null, 405, { allow: 'GET' });
    const state = c.req.query('state') ?? '';
    const pendingOfState = pendingCookie(state, publicUrl);
    const pending = openPendingSignIn(pendingOfState.read(c) ?? '', signingKey, now());
    if (pending?.state !== state) throw new SignInError('lost', 'no sign-in of this state is under way here');
    pendingOfState.clear(c);
    const person = await issuer.finish(new URL(c.req.url).search, pending);
    if (!isAllowedPerson(person, needs.allowed)) throw new SignInError('not-allowed', 'not on the list');
    await endSession(c);
    cookie.write(c, await openSession(person, needs));
    log.info('signed in', { stage: 'web' });
    return c.redirect(pending.to, 303);
  });

  app.post('/sign-out', async (c) => {
    if (!isOwnForm(c)) return c.html(messagePage('Nothing was changed', 'Sign out on the page itself.'), 403);
    await endSession(c);
    cookie.clear(c);
    const url = await findSignOutUrl(issuer);
    if (!url) return c.redirect('/signed-out', 303);
    // A redirect would belong to the form, and the page's policy sends forms to this site alone.
    return c.html(leavingPage(url), 200, { refresh: `0;url=${url.href}` });
  });

  app.get('/signed-out', (c) => c.html(signedOutPage()));

  app.onError(async (error, c) => {
    if (!(error instanceof SignInError)) throw error;
    const { failure, message } = error;
    const isOurs = failure === 'unreachable' || failure === 'set-up';
    log[isOurs ? 'error' : 'info']('nobody was signed in', { stage: 'web', failure, detail: message });
    const elsewhere = failure === 'not-allowed' ? await findSignOutUrl(issuer) : undefined;
    return c.html(signInFailurePage(failure, elsewhere), failures[failure].status);
  });

  async function endSession(c: Context): Promise<void> {
    const sessionId = cookie.read(c);
    if (sessionId) await needs.sessionStore.end(hashSecret(sessionId));
  }
  return app;
}

/** @returns undefined as well when the issuer cannot be reached: who signs out is signed out here in any case */
async function findSignOutUrl(issuer: SignInIssuer): Promise<URL | undefined> {
  try {
    return await issuer.signOutUrl();
  } catch (error) {
    log.error('the issuer’s sign-out was not found', { stage: 'web', detail: (error as Error).message });
    return undefined;
  }
}
