import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { describe, expect, test } from 'vitest';
import { hashSecret } from '../../lib/access/hash-secret.ts';
import { httpEventOf } from '../cloud/http-api.ts';
import { clientId, startIssuer } from './loopback-issuer.ts';
import { accounts, publicUrl, SESSION, secret, titleOf } from './open-sign-in-web.ts';
import { createBrowser } from './sample-browser.ts';
import { withIssuer } from './with-issuer.ts';

const { logged, open, issuer } = withIssuer();

describe('the whole way', () => {
  test('leads from a closed page over the issuer to that page, with who is signed in on it', async () => {
    const { browser, accessRows } = await open();
    const closed = await browser.ask('/?from=2026-08-28&relevance=all');
    const asked = '/sign-in?to=%2F%3Ffrom%3D2026-08-28%26relevance%3Dall';
    expect([closed.status, closed.headers.get('location')]).toEqual([303, asked]);
    const { url, response } = await browser.signIn('/?from=2026-08-28&relevance=all', 'invited');
    const page = await response.text();
    expect([url, response.status]).toEqual([`${publicUrl}/?from=2026-08-28&relevance=all`, 200]);
    expect([page.includes(secret.title), page.includes('<bdi>Invited@newsroom.example</bdi>')]).toEqual([true, true]);
    const sessionId = browser.cookies()[SESSION] ?? '';
    expect(Object.keys(browser.cookies())).toEqual([SESSION]);
    expect(accessRows()).toEqual([
      {
        schemaVersion: 1,
        kind: 'session',
        accessId: hashSecret(sessionId),
        issuer: issuer(),
        subject: 'invited',
        address: 'Invited@newsroom.example',
        createdAt: '2026-08-28T20:00:00.000Z',
        expiresAt: Date.parse('2026-08-29T08:00:00.000Z') / 1000,
      },
    ]);
    expect(JSON.stringify(accessRows())).not.toContain(sessionId);
    expect(JSON.stringify(logged)).not.toMatch(/invited|code=|state=/i);
  });

  test('asks the issuer by code, with PKCE, state and nonce, and keeps them where no script reads them', async () => {
    const { browser } = await open();
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
    const { browser, app } = await open();
    const response = await browser.ask(await browser.comeBack('/sign-in', { account: 'invited' }));
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
        const right = await open({ issuer: confidential.issuer, clientSecret });
        expect((await right.browser.signIn('/feeds', 'invited')).url).toBe(`${publicUrl}/feeds`);
        const wrong = await open({ issuer: confidential.issuer, clientSecret: 'another secret' });
        const { response } = await wrong.browser.signIn('/feeds', 'invited');
        expect([response.status, await titleOf(response)]).toEqual([500, 'The sign-in is not set up right']);
        expect(JSON.stringify(logged)).not.toContain('secret of the tests');
      } finally {
        await confidential.close();
      }
    }
  });

  test('works under Lambda, behind another host name than the one that readers use', async () => {
    const { app } = await open();
    const lambda = handle(app);
    const browser = createBrowser(publicUrl, async (request) => {
      const address = request.url.replace('vigil.example', 'page.execute-api.eu-west-1.amazonaws.com');
      const cookies = request.headers.get('cookie')?.split('; ') ?? [];
      const event = httpEventOf(address, { method: 'GET', path: address, cookies });
      const answer = (await lambda(event as unknown as LambdaEvent)) as APIGatewayProxyStructuredResultV2;
      const headers = new Headers(answer.headers as Record<string, string>);
      for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie);
      return new Response(answer.body, { status: answer.statusCode ?? 0, headers });
    });
    const { url, response } = await browser.signIn('/?from=2026-08-28', 'invited');
    expect([url, (await response.text()).includes(secret.title)]).toEqual([`${publicUrl}/?from=2026-08-28`, true]);
    expect(Object.keys(browser.cookies())).toEqual([SESSION]);
  });

  test('two tabs that sign in at once both arrive', async () => {
    const { browser } = await open();
    const [first, second] = [await browser.open('/feeds'), await browser.open('/digest')];
    const back = await browser.answerForm(second.url, { account: 'invited' });
    expect((await browser.open(back)).url).toBe(`${publicUrl}/digest`);
    const other = await browser.answerForm(first.url, { account: 'invited' });
    expect((await browser.open(other)).url).toBe(`${publicUrl}/feeds`);
  });

  test('many tabs that were left at the issuer do not fill the headers of every request', async () => {
    const { browser } = await open();
    const longest = `/${'x'.repeat(499)}`;
    for (let tab = 0; tab < 30; tab++) await browser.ask(`/sign-in?to=${longest}`);
    const cookies = Object.entries(browser.cookies()).map(([name, value]) => `${name}=${value}`);
    expect(cookies).toHaveLength(6);
    expect(cookies.join('; ').length).toBeLessThan(6500);
    expect((await browser.signIn(longest, 'invited')).url).toBe(`${publicUrl}${longest}`);
  });

  test('nobody who only asks for pages writes a row', async () => {
    const { browser, accessRows } = await open();
    for (const path of ['/', '/sign-in', '/sign-in/callback?code=x&state=y', '/signed-out']) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await browser.ask(path, { method });
    }
    const back = await browser.comeBack('/', { account: 'invited' });
    expect((await browser.ask(back, { method: 'HEAD' })).status).toBe(405);
    expect(accessRows()).toEqual([]);
  });
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
    [`/${'x'.repeat(499)}`, `/${'x'.repeat(499)}`],
    [`/${'x'.repeat(500)}`, '/'],
    [`/?${'ش'.repeat(100)}`, '/'],
    ['', '/'],
  ])('asked for %j it goes to %s', async (to, path) => {
    const { browser } = await open();
    const back = await browser.comeBack(`/sign-in?to=${encodeURIComponent(to)}`, { account: 'invited' });
    expect((await browser.ask(back)).headers.get('location')).toBe(path);
  });
});
