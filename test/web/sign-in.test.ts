import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../lib/access/hash-secret.ts';
import { setLogSink } from '../../lib/log.ts';
import { openPendingSignIn, type PendingSignIn, sealPendingSignIn } from '../../lib/web/pending-sign-in.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { clientId, type LoopbackIssuer, startIssuer } from './loopback-issuer.ts';
import { openWeb } from './open-web.ts';
import { createBrowser } from './sample-browser.ts';

const publicUrl = 'https://vigil.example';
const accounts = {
  nasrin: { email: 'Nasrin@newsroom.example', email_verified: true },
  unverified: { email: 'editor@newsroom.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
};
const secret = sampleCoverage({ title: 'A headline that only readers see' });
const SESSION = '__Host-vigil-session';

let provider: LoopbackIssuer;
const logged: unknown[] = [];
beforeAll(async () => {
  provider = await startIssuer({ publicUrl, accounts });
  setLogSink((line) => logged.push(line));
});
beforeEach(() => {
  logged.length = 0;
});
afterAll(async () => {
  setLogSink();
  await provider.close();
});

async function openSignInWeb(
  settings: { allowed?: string[]; issuer?: string; clientId?: string; clientSecret?: string } = {},
) {
  const clock = { now: new Date('2026-08-28T20:00:00.000Z') };
  const signIn = { issuer: provider.issuer, clientId, allowed: [], ...settings };
  const web = await openWeb({ coverage: [secret], signIn, publicUrl, now: () => clock.now });
  const newBrowser = () => createBrowser(publicUrl, (request) => web.app.request(request));
  const later = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  return { ...web, newBrowser, browser: newBrowser(), later };
}

/** The pending sign-in of the one cookie, changed and sealed again: what nobody without the key can do. */
async function resealed(
  { browser, needs }: Awaited<ReturnType<typeof openSignInWeb>>,
  change: (pending: PendingSignIn) => PendingSignIn,
) {
  const [[name, value] = ['', '']] = Object.entries(browser.cookies());
  const pending = openPendingSignIn(value, needs.signingKey, needs.now());
  if (!pending) throw new Error('no sign-in is under way');
  return { [name]: sealPendingSignIn(change(pending), needs.signingKey) };
}

const titleOf = async (response: Response) => /<h1>([^<]*)<\/h1>/.exec(await response.text())?.[1];

describe('the whole way', () => {
  test('leads from a closed page over the issuer to that page, with who is signed in on it', async () => {
    const { browser, accessRows } = await openSignInWeb();
    const closed = await browser.ask('/?from=2026-08-28&relevance=all');
    const asked = '/sign-in?to=%2F%3Ffrom%3D2026-08-28%26relevance%3Dall';
    expect([closed.status, closed.headers.get('location')]).toEqual([303, asked]);
    const { url, response } = await browser.signIn('/?from=2026-08-28&relevance=all', 'nasrin');
    const page = await response.text();
    expect([url, response.status]).toEqual([`${publicUrl}/?from=2026-08-28&relevance=all`, 200]);
    expect([page.includes(secret.title), page.includes('<bdi>Nasrin@newsroom.example</bdi>')]).toEqual([true, true]);
    const sessionId = browser.cookies()[SESSION] ?? '';
    expect(Object.keys(browser.cookies())).toEqual([SESSION]);
    expect(accessRows()).toEqual([
      {
        schemaVersion: 1,
        kind: 'session',
        accessId: hashSecret(sessionId),
        issuer: provider.issuer,
        subject: 'nasrin',
        address: 'Nasrin@newsroom.example',
        createdAt: '2026-08-28T20:00:00.000Z',
        expiresAt: Date.parse('2026-08-29T08:00:00.000Z') / 1000,
      },
    ]);
    expect(JSON.stringify(accessRows())).not.toContain(sessionId);
    expect(JSON.stringify(logged)).not.toMatch(/nasrin|code=|state=/i);
  });

  test('asks the issuer by code, with PKCE, state and nonce, and keeps them where no script reads them', async () => {
    const { browser } = await openSignInWeb();
    const response = await browser.ask('/sign-in');
    const asked = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: `${publicUrl}/sign-in/callback`,
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(
      /^__Host-vigil-sign-in-[\w-]{8}=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookie).not.toContain(asked.searchParams.get('state'));
  });

  test('gives a session cookie that ends with the browser and opens the API too', async () => {
    const { browser, app } = await openSignInWeb();
    const response = await browser.ask(await browser.comeBack('/sign-in', { account: 'nasrin' }));
    const [, session = ''] = response.headers.getSetCookie();
    expect(session).toMatch(/^__Host-vigil-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const api = await app.request('/api/coverage?from=2026-08-28', {
      headers: { cookie: session.split(';')[0] ?? '' },
    });
    expect([api.status, await api.json()]).toMatchObject([200, [{ title: secret.title }]]);
  });

  test('works for a client with a secret, in the header or in the body as the issuer takes it', async () => {
    const clientSecret = 'a secret of the tests with: signs & +';
    for (const way of ['client_secret_basic', 'client_secret_post']) {
      const confidential = await startIssuer({
        publicUrl,
        accounts,
        client: { client_secret: clientSecret, token_endpoint_auth_method: way },
        configuration: { clientAuthMethods: [way as 'client_secret_basic' | 'client_secret_post'] },
      });
      try {
        const right = await openSignInWeb({ issuer: confidential.issuer, clientSecret });
        expect((await right.browser.signIn('/feeds', 'nasrin')).url).toBe(`${publicUrl}/feeds`);
        const wrong = await openSignInWeb({ issuer: confidential.issuer, clientSecret: 'another secret' });
        const { response } = await wrong.browser.signIn('/feeds', 'nasrin');
        expect([response.status, await titleOf(response)]).toEqual([500, 'The sign-in is not set up right']);
        expect(JSON.stringify(logged)).not.toContain('secret of the tests');
      } finally {
        await confidential.close();
      }
    }
  });

  test('two tabs that sign in at once both arrive', async () => {
    const { browser } = await openSignInWeb();
    const [first, second] = [await browser.open('/feeds'), await browser.open('/digest')];
    const back = await browser.answerForm(second.url, { account: 'nasrin' });
    expect((await browser.open(back)).url).toBe(`${publicUrl}/digest`);
    const other = await browser.answerForm(first.url, { account: 'nasrin' });
    expect((await browser.open(other)).url).toBe(`${publicUrl}/feeds`);
  });

  test('nobody who only asks for pages writes a row', async () => {
    const { browser, accessRows } = await openSignInWeb();
    for (const path of ['/', '/sign-in', '/sign-in/callback?code=x&state=y', '/signed-out']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await browser.ask(path, { method });
    }
    const back = await browser.comeBack('/', { account: 'nasrin' });
    expect((await browser.ask(back, { method: 'HEAD' })).status).toBe(405);
    expect(accessRows()).toEqual([]);
  });
});

describe('a sign-in fails with a page that says what to do, and without a session', () => {
  const expectFailure = async (
    web: Awaited<ReturnType<typeof openSignInWeb>>,
    { response }: { response: Response },
    [status, title]: [number, string],
  ) => {
    const page = await response.text();
    expect([response.status, /<h1>([^<]*)<\/h1>/.exec(page)?.[1]]).toEqual([status, title]);
    expect(page).toContain('<a class="button" href="/sign-in">Sign in again</a>');
    expect([web.accessRows(), SESSION in web.browser.cookies()]).toEqual([[], false]);
    expect((await web.browser.ask('/feeds')).status).toBe(303);
  };
  const ended: [number, string] = [400, 'This sign-in has ended'];

  test('when another browser finishes it', async () => {
    const web = await openSignInWeb();
    const back = await web.newBrowser().comeBack('/', { account: 'nasrin' });
    await expectFailure(web, await web.browser.open(back), ended);
  });

  test('when the state is another, or none, though a sign-in is under way', async () => {
    const web = await openSignInWeb();
    const back = await web.browser.comeBack('/', { account: 'nasrin' });
    const state = new URL(back).searchParams.get('state') ?? '';
    // The cookie is found by the first signs of the state; the rest is what it holds.
    const other = back.replace(state, `${state.slice(0, 8)}${'x'.repeat(35)}`);
    await expectFailure(web, await web.browser.open(other), ended);
    await expectFailure(web, await web.browser.open(back.replace(/state=[^&]*/, 'state=')), ended);
    await expectFailure(web, await web.browser.open(back.replace(/state=[^&]*&?/, '')), ended);
  });

  test('when it takes more than ten minutes', async () => {
    const web = await openSignInWeb();
    const back = await web.browser.comeBack('/', { account: 'nasrin' });
    web.later(10);
    await expectFailure(web, await web.browser.open(back), ended);
  });

  test('when the callback comes a second time, even with the cookie kept', async () => {
    const web = await openSignInWeb();
    const back = await web.browser.comeBack('/', { account: 'nasrin' });
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
    const web = await openSignInWeb();
    const back = await web.browser.comeBack('/', { account: 'nasrin' });
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
    const web = await openSignInWeb();
    const back = await web.browser.comeBack('/', { account: 'nasrin' });
    const changed = await resealed(web, (pending) => ({ ...pending, [part]: 'x'.repeat(43) }));
    await expectFailure(web, await keepAndOpen(web.browser, changed, back), [...told]);
  });

  test('when the answer is of another issuer', async () => {
    const web = await openSignInWeb();
    const back = new URL(await web.browser.comeBack('/', { account: 'nasrin' }));
    back.searchParams.set('iss', 'https://evil.example');
    await expectFailure(web, await web.browser.open(back.href), [400, 'The sign-in did not work']);
  });

  test('when the person cancels, and the words of the address are not shown', async () => {
    const web = await openSignInWeb();
    const back = new URL(await web.browser.comeBack('/', { cancel: '1' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
    back.searchParams.set('error_description', 'Call this number');
    const answer = await web.browser.open(back.href);
    const text = await answer.response.clone().text();
    await expectFailure(web, answer, [403, 'You were not signed in']);
    expect(text + JSON.stringify(logged)).not.toContain('Call this number');
  });

  test.each([
    ['stranger', ['nasrin@newsroom.example', '@newsroom.example'], 'another domain'],
    ['unverified', ['@newsroom.example'], 'an address that is not verified'],
    ['nasrin', ['editor@newsroom.example'], 'another address of the domain'],
    ['nasrin', ['@example'], 'a domain above'],
  ])('when %s is not among %j: %s', async (account, allowed) => {
    const web = await openSignInWeb({ allowed });
    const answer = await web.browser.signIn('/', account);
    const page = await answer.response.clone().text();
    await expectFailure(web, answer, [403, 'This account may not open the page']);
    expect(page).toContain(`<a href="${provider.issuer}/session/end?`);
    expect(JSON.stringify(logged)).not.toContain('@');
  });

  test.each([[['nasrin@newsroom.example']], [['@elsewhere.example', '@newsroom.example']]])(
    'but not when %j names the person',
    async (allowed) => {
      const { browser } = await openSignInWeb({ allowed });
      expect((await browser.signIn('/feeds', 'nasrin')).url).toBe(`${publicUrl}/feeds`);
    },
  );

  test('when the issuer does not answer, and works again when it does', async () => {
    const gone = await startIssuer({ publicUrl, accounts });
    const web = await openSignInWeb({ issuer: gone.issuer });
    await gone.close();
    const answer = await web.browser.open('/sign-in');
    expect([answer.response.status, await titleOf(answer.response)]).toEqual([503, 'The sign-in cannot be reached']);
    expect(logged).toMatchObject([
      { level: 'error', failure: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') },
    ]);
    const port = Number(new URL(gone.issuer).port);
    const again = await startIssuer({ publicUrl, accounts, port });
    try {
      expect((await web.browser.signIn('/feeds', 'nasrin')).url).toBe(`${publicUrl}/feeds`);
    } finally {
      await again.close();
    }
  });

  test('when what stands there is no issuer', async () => {
    const web = await openSignInWeb({ issuer: `${provider.issuer}/nothing-here` });
    const { response } = await web.browser.open('/sign-in');
    expect([response.status, await titleOf(response)]).toEqual([503, 'The sign-in cannot be reached']);
  });

  async function keepAndOpen(browser: ReturnType<typeof createBrowser>, kept: Record<string, string>, url: string) {
    browser.setCookies(kept);
    return browser.open(url);
  }
});

describe('after signing in a browser stays here', () => {
  test.each([
    ['/articles/x?y=1&z=%2F', '/articles/x?y=1&z=%2F'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/evil.example'],
    ['https://evil.example/', '/'],
    ['https:evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['@evil.example', '/'],
    ['/%0d%0aset-cookie:x=y', '/%0d%0aset-cookie:x=y'],
    ['/sign-in?to=/sign-in', '/'],
    [`/${'x'.repeat(1000)}`, '/'],
    ['', '/'],
  ])('asked for %j it goes to %s', async (to, path) => {
    const { browser } = await openSignInWeb();
    const back = await browser.comeBack(`/sign-in?to=${encodeURIComponent(to)}`, { account: 'nasrin' });
    expect((await browser.ask(back)).headers.get('location')).toBe(path);
  });
});

describe('a session', () => {
  const open = async (settings = {}) => {
    const web = await openSignInWeb(settings);
    await web.browser.signIn('/', 'nasrin');
    return { ...web, status: async () => (await web.browser.ask('/feeds')).status };
  };

  test('ends after twelve hours, whatever cookie is kept', async () => {
    const { later, status, app, browser } = await open();
    later(12 * 60 - 1);
    expect(await status()).toBe(200);
    later(1);
    expect(await status()).toBe(303);
    const cookie = `${SESSION}=${browser.cookies()[SESSION]}`;
    expect((await app.request('/api/coverage', { headers: { cookie } })).status).toBe(401);
  });

  test('ends at once when an operator ends it', async () => {
    const { needs, accessRows, status } = await open();
    expect(await needs.sessionStore.end(accessRows()[0]?.accessId ?? '')).toBe(true);
    expect(await status()).toBe(303);
  });

  test('is replaced by the next sign-in of the browser', async () => {
    const { browser, accessRows } = await open();
    const first = accessRows();
    await browser.open('/sign-in');
    expect([accessRows().length, accessRows()[0]?.accessId === first[0]?.accessId]).toEqual([1, false]);
  });

  test('opens to no other name of the cookie and to no hash of it', async () => {
    const { browser, app, accessRows } = await open();
    const sessionId = browser.cookies()[SESSION];
    for (const cookie of [
      `vigil-session=${sessionId}`,
      `${SESSION}=${accessRows()[0]?.accessId}`,
      `${SESSION}=${sessionId}x`,
      `${SESSION}=`,
    ]) {
      expect((await app.request('/feeds', { headers: { cookie } })).status).toBe(303);
    }
  });

  test('of somebody without a verified address shows the issuer’s own name for the person', async () => {
    const { browser, accessRows } = await openSignInWeb();
    const { response } = await browser.signIn('/', 'unverified');
    expect(await response.text()).toContain('<bdi>unverified</bdi>');
    expect(accessRows()[0]).not.toHaveProperty('address');
  });
});

describe('signing out', () => {
  test('ends the session here and leads to the issuer, which ends its own and leads back', async () => {
    const { browser, accessRows } = await openSignInWeb();
    await browser.signIn('/', 'nasrin');
    const response = await browser.ask('/sign-out', { method: 'POST' });
    const [, url = ''] = /^0;url=(.*)$/.exec(response.headers.get('refresh') ?? '') ?? [];
    expect([response.status, await titleOf(response)]).toEqual([200, 'You are signed out here']);
    expect([accessRows(), SESSION in browser.cookies()]).toEqual([[], false]);
    expect(url.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
    const asked = await (await browser.open(url)).response.text();
    const xsrf = /name="xsrf" value="(\w+)"/.exec(asked)?.[1] ?? '';
    const back = await browser.answerForm(`${provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(back).toBe(`${publicUrl}/signed-out`);
    expect(await titleOf((await browser.open(back)).response)).toBe('You are signed out');
    // The issuer asks for the account again.
    expect((await browser.open('/feeds')).url).toContain(`${provider.issuer}/interaction/`);
  });

  test('is done by no link and by no other site', async () => {
    const { browser, accessRows } = await openSignInWeb();
    await browser.signIn('/', 'nasrin');
    expect((await browser.ask('/sign-out')).status).toBe(404);
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'sec-fetch-site': site };
      expect((await browser.ask('/sign-out', { method: 'POST', headers })).status).toBe(403);
    }
    expect([accessRows().length, (await browser.ask('/feeds')).status]).toEqual([1, 200]);
  });

  test('works without a session, and where the issuer does not answer', async () => {
    const { browser } = await openSignInWeb({ issuer: 'http://127.0.0.1:9' });
    const response = await browser.ask('/sign-out', { method: 'POST' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/signed-out']);
  });

  test('stays here where the issuer has no end of sessions', async () => {
    const simple = await startIssuer({
      publicUrl,
      accounts,
      configuration: { features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } } },
    });
    try {
      const { browser, accessRows } = await openSignInWeb({ issuer: simple.issuer });
      await browser.signIn('/', 'nasrin');
      const response = await browser.ask('/sign-out', { method: 'POST' });
      expect([response.headers.get('location'), accessRows()]).toEqual(['/signed-out', []]);
    } finally {
      await simple.close();
    }
  });
});
