import { sampleCoverage } from '../digest/sample-coverage.ts';
import { clientId } from './loopback-issuer.ts';
import { openWeb } from './open-web.ts';
import { createBrowser } from './sample-browser.ts';

export const publicUrl = 'https://vigil.example';
export const SESSION = '__Host-vigil-session';
export const accounts = {
  invited: { email: 'Invited@newsroom.example', email_verified: true },
  unverified: { email: 'editor@newsroom.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
};
export const secret = sampleCoverage({ title: 'A headline that only readers see' });

export interface SignInWebOptions {
  issuer: string;
  clientId?: string;
  clientSecret?: string;
  allowed?: readonly string[];
}

/** A page that people sign in to, with a clock that the test moves, and a browser. */
export async function openSignInWeb(options: SignInWebOptions) {
  const clock = { now: new Date('2026-08-28T20:00:00.000Z') };
  const signIn = { clientId, allowed: [], ...options };
  const web = await openWeb({ coverage: [secret], signIn, publicUrl, now: () => clock.now });
  const newBrowser = () => createBrowser(publicUrl, (request) => web.app.request(request));
  const later = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  return { ...web, newBrowser, browser: newBrowser(), later };
}

export type SignInWeb = Awaited<ReturnType<typeof openSignInWeb>>;

export const titleOf = async (response: Response) => /<h1>([^<]*)<\/h1>/.exec(await response.text())?.[1];
