import { describe, expect, test } from 'vitest';
import { openPendingSignIn, type PendingSignIn, sealPendingSignIn } from '../../lib/web/pending-sign-in.ts';
import { startIssuer } from './loopback-issuer.ts';
import { accounts, publicUrl, SESSION, type SignInWeb, titleOf } from './open-sign-in-web.ts';
import type { createBrowser } from './sample-browser.ts';
import { withIssuer } from './with-issuer.ts';

const { logged, open, issuer } = withIssuer();

/** The pending sign-in of the one cookie, changed and sealed again: what nobody without the key can do. */
async function resealed({ browser, needs }: SignInWeb, change: (pending: PendingSignIn) => PendingSignIn) {
  const [[name, value] = ['', '']] = Object.entries(browser.cookies());
  const pending = openPendingSignIn(value, needs.signingKey, needs.now());
  if (!pending) throw new Error('no sign-in is under way');
  return { [name]: sealPendingSignIn(change(pending), needs.signingKey) };
}

describe('a sign-in fails with a page that says what to do, and without a session', () => {
  const expectFailure = async (
    web: SignInWeb,
    { response }: { response: Response },
    [status, title]: [number, string],
  ) => {
    const page = await response.text();
    expect([response.status, /<h1>([^<]*)<\/h1>/.exec(page)?.[1]]).toEqual([status, title]);
    expect(page).toMatch(/<a class="button" href="(\/sign-in">Sign in again|[^"]*">Use another account)<\/a>/);
    expect([web.accessRows(), SESSION in web.browser.cookies()]).toEqual([[], false]);
    expect((await web.browser.ask('/feeds')).status).toBe(303);
  };
  const ended: [number, string] = [400, 'This sign-in has ended'];

  test('when another browser finishes it', async () => {
    const web = await open();
    const back = await web.newBrowser().comeBack('/', { account: 'invited' });
    await expectFailure(web, await web.browser.open(back), ended);
  });

  test('when the state is another, or none, though a sign-in is under way', async () => {
    const web = await open();
    const back = await web.browser.comeBack('/', { account: 'invited' });
    const state = new URL(back).searchParams.get('state') ?? '';
    // The cookie is found by the first signs of the state; the rest is what it holds.
    const other = back.replace(state, `${state.slice(0, 8)}${'x'.repeat(35)}`);
    await expectFailure(web, await web.browser.open(other), ended);
    await expectFailure(web, await web.browser.open(back.replace(/state=[^&]*/, 'state=')), ended);
    await expectFailure(web, await web.browser.open(back.replace(/state=[^&]*&?/, '')), ended);
  });

  test('when it takes more than ten minutes', async () => {
    const web = await open();
    const back = await web.browser.comeBack('/', { account: 'invited' });
    web.later(10);
    await expectFailure(web, await web.browser.open(back), ended);
  });

  test('when the callback comes a second time, even with the cookie kept', async () => {
    const web = await open();
    const back = await web.browser.comeBack('/', { account: 'invited' });
    const kept = web.browser.cookies();
    expect((await web.browser.open(back)).response.status).toBe(200);
    const again = web.newBrowser();
    const [replayed, withCookie] = [await again.open(back), await keepAndOpen(again, kept, back)];
    expect([await titleOf(replayed.response), replayed.response.status]).toEqual(['This sign-in has ended', 400]);
    expect([await titleOf(withCookie.response), withCookie.response.status]).toEqual([
      'This sign-in was used already',
      400,
    ]);
    expect([web.accessRows().length, SESSION in again.cookies()]).toEqual([1, false]);
  });

  test('when the cookie was tampered with in any part', async () => {
    const web = await open();
    const back = await web.browser.comeBack('/', { account: 'invited' });
    const [[name, value] = ['', '']] = Object.entries(web.browser.cookies());
    for (const place of [0, 20, 60, value.length - 1]) {
      const changed = value.slice(0, place) + (value[place] === 'A' ? 'Q' : 'A') + value.slice(place + 1);
      await expectFailure(web, await keepAndOpen(web.browser, { [name]: changed }, back), ended);
    }
    for (const broken of ['', 'x', value.slice(0, 30), `${value}AAAA`]) {
      await expectFailure(web, await keepAndOpen(web.browser, { [name]: broken }, back), ended);
    }
  });

  test.each([
    // With another verifier the issuer itself refuses, as it would a code that somebody else has caught.
    ['codeVerifier', [400, 'This sign-in was used already']],
    ['nonce', [400, 'The sign-in did not work']],
  ] as const)('when %s is that of another sign-in', async (part, told) => {
    const web = await open();
    const back = await web.browser.comeBack('/', { account: 'invited' });
    const changed = await resealed(web, (pending) => ({ ...pending, [part]: 'x'.repeat(43) }));
    await expectFailure(web, await keepAndOpen(web.browser, changed, back), [...told]);
  });

  test('when the answer is of another issuer', async () => {
    const web = await open();
    const back = new URL(await web.browser.comeBack('/', { account: 'invited' }));
    back.searchParams.set('iss', 'https://evil.example');
    await expectFailure(web, await web.browser.open(back.href), [400, 'The sign-in did not work']);
  });

  test('when the person cancels, and the words of the address are not shown', async () => {
    const web = await open();
    const back = new URL(await web.browser.comeBack('/', { cancel: '1' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
    back.searchParams.set('error_description', 'Call this number');
    const answer = await web.browser.open(back.href);
    const text = await answer.response.clone().text();
    await expectFailure(web, answer, [403, 'You were not signed in']);
    expect(text + JSON.stringify(logged)).not.toContain('Call this number');
  });

  test.each([
    ['stranger', ['invited@newsroom.example', '@newsroom.example'], 'another domain'],
    ['unverified', ['@newsroom.example'], 'an address that is not verified'],
    ['invited', ['editor@newsroom.example'], 'another address of the domain'],
    ['invited', ['@example'], 'a domain above'],
  ])('when %s is not among %j: %s', async (account, allowed) => {
    const web = await open({ allowed });
    const answer = await web.browser.signIn('/', account);
    const page = await answer.response.clone().text();
    await expectFailure(web, answer, [403, 'This account may not open the page']);
    expect(page).toContain(`<a class="button" href="${issuer()}/session/end?`);
    expect(JSON.stringify(logged)).not.toContain('@');
  });

  test.each([[['invited@newsroom.example']], [['@elsewhere.example', '@newsroom.example']]])(
    'but not when %j names the person',
    async (allowed) => {
      const { browser } = await open({ allowed });
      expect((await browser.signIn('/feeds', 'invited')).url).toBe(`${publicUrl}/feeds`);
    },
  );

  test('when the issuer does not answer, and works again when it does', async () => {
    const gone = await startIssuer({ publicUrl, accounts });
    const web = await open({ issuer: gone.issuer });
    await gone.close();
    const answer = await web.browser.open('/sign-in');
    expect([answer.response.status, await titleOf(answer.response)]).toEqual([503, 'The sign-in cannot be reached']);
    expect(logged).toMatchObject([
      { level: 'error', failure: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') },
    ]);
    const port = Number(new URL(gone.issuer).port);
    const again = await startIssuer({ publicUrl, accounts, port });
    try {
      expect((await web.browser.signIn('/feeds', 'invited')).url).toBe(`${publicUrl}/feeds`);
    } finally {
      await again.close();
    }
  });

  test('when what stands there is no issuer', async () => {
    const web = await open({ issuer: `${issuer()}/nothing-here` });
    const { response } = await web.browser.open('/sign-in');
    expect([response.status, await titleOf(response)]).toEqual([503, 'The sign-in cannot be reached']);
  });

  async function keepAndOpen(browser: ReturnType<typeof createBrowser>, kept: Record<string, string>, url: string) {
    browser.setCookies(kept);
    return browser.open(url);
  }
});
