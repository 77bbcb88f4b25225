import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { createWebApp } from '../../lib/web/create-web-app.ts';
import { clientId, type LoopbackIssuer, startIssuer } from './loopback-issuer.ts';
import { accounts, openSignInWeb, publicUrl, SESSION, type SignInWebOptions, titleOf } from './open-sign-in-web.ts';

let provider: LoopbackIssuer;
beforeAll(async () => {
  provider = await startIssuer({ publicUrl, accounts });
  setLogSink(() => {});
});
afterAll(async () => {
  setLogSink();
  await provider.close();
});

const open = (settings: Partial<SignInWebOptions> = {}) => openSignInWeb({ issuer: provider.issuer, ...settings });

describe('a session', () => {
  const signedIn = async () => {
    const web = await open();
    await web.browser.signIn('/', 'invited');
    return { ...web, status: async () => (await web.browser.ask('/feeds')).status };
  };

  test('ends after twelve hours, whatever cookie is kept', async () => {
    const { later, status, app, browser } = await signedIn();
    later(12 * 60 - 1);
    expect(await status()).toBe(200);
    later(1);
    expect(await status()).toBe(303);
    const cookie = `${SESSION}=${browser.cookies()[SESSION]}`;
    expect((await app.request('/api/coverage', { headers: { cookie } })).status).toBe(401);
  });

  test('ends at once when an operator ends it', async () => {
    const { needs, accessRows, status } = await signedIn();
    expect(await needs.sessionStore.end(accessRows()[0]?.accessId ?? '')).toBe(true);
    expect(await status()).toBe(303);
  });

  test('ends at once for who is no longer on the list of those who may come in', async () => {
    const { needs, app, browser } = await open({ allowed: ['@newsroom.example'] });
    await browser.signIn('/', 'invited');
    const headers = { cookie: `${SESSION}=${browser.cookies()[SESSION]}` };
    const statusWith = async (...allowed: string[]) => {
      const signIn = { issuer: provider.issuer, clientId, allowed };
      const deployed = createWebApp({ ...needs, settings: { ...needs.settings, signIn } });
      return (await deployed.request('/feeds', { headers })).status;
    };
    expect((await app.request('/feeds', { headers })).status).toBe(200);
    expect(await statusWith('invited@newsroom.example')).toBe(200);
    expect(await statusWith('editor@newsroom.example', '@elsewhere.example')).toBe(303);
  });

  test('is replaced by the next sign-in of the browser', async () => {
    const { browser, accessRows } = await signedIn();
    const first = accessRows();
    await browser.open('/sign-in');
    expect([accessRows().length, accessRows()[0]?.accessId === first[0]?.accessId]).toEqual([1, false]);
  });

  test('opens to no other name of the cookie and to no hash of it', async () => {
    const { browser, app, accessRows } = await signedIn();
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
    const { browser, accessRows } = await open();
    const { response } = await browser.signIn('/', 'unverified');
    expect(await response.text()).toContain('<bdi>unverified</bdi>');
    expect(accessRows()[0]).not.toHaveProperty('address');
  });
});

describe('signing out', () => {
  test('ends the session here and leads to the issuer, which ends its own and leads back', async () => {
    const { browser, accessRows } = await open();
    await browser.signIn('/', 'invited');
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
    const { browser, accessRows } = await open();
    await browser.signIn('/', 'invited');
    expect((await browser.ask('/sign-out')).status).toBe(404);
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'sec-fetch-site': site };
      expect((await browser.ask('/sign-out', { method: 'POST', headers })).status).toBe(403);
    }
    expect([accessRows().length, (await browser.ask('/feeds')).status]).toEqual([1, 200]);
  });

  test('works without a session, and where the issuer does not answer', async () => {
    const { browser } = await open({ issuer: 'http://127.0.0.1:9' });
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
      const { browser, accessRows } = await open({ issuer: simple.issuer });
      await browser.signIn('/', 'invited');
      const response = await browser.ask('/sign-out', { method: 'POST' });
      expect([response.headers.get('location'), accessRows()]).toEqual(['/signed-out', []]);
    } finally {
      await simple.close();
    }
  });
});
