import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { createWebApp } from '../../lib/web/create-web-app.ts';
import { apiScopes, openRoutes } from '../../lib/web/route-access.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb, pageToken } from './open-web.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const secret = sampleCoverage({ title: 'A headline that only readers see' });
const paths = [
  '/',
  '/feeds',
  '/cost',
  '/digest',
  '/digest/latest.html',
  '/api/coverage',
  `/articles/${secret.articleId}`,
  '/x',
];
const signIn = { issuer: 'http://127.0.0.1:9', clientId: 'vigil', allowed: [] };
const content = { coverage: [secret], edition: '<p>A headline that only readers see</p>' };

describe('every route of the app', () => {
  /** Each route once, with something for its parameters. */
  const routesOf = ({ app }: Awaited<ReturnType<typeof openWeb>>) =>
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, path, address: path.replace(/:\w+(\{[^/]*\})?/g, secret.articleId) }));

  test('that is not in the table of open ones shows nothing without a session', async () => {
    const web = await openWeb({ ...content, signIn });
    const closed = routesOf(web).filter(({ path }) => !(path in openRoutes));
    expect([...new Set(closed.map(({ path }) => path))].sort()).toEqual([
      '/',
      '/api/coverage',
      '/api/feeds',
      '/articles/:articleId{[0-9a-f]{32}}',
      '/articles/:articleId{[0-9a-f]{32}}/feedback',
      '/cost',
      '/digest',
      '/digest/latest.html',
      '/feeds',
      '/stories/:storyId{[0-9a-f]{32}}',
    ]);
    for (const { method, address } of [...closed, { method: 'GET', address: '/x' }]) {
      for (const cookie of ['', '__Host-vigil-session=x', 'vigil=x', `vigil=${pageToken}`]) {
        const asked = encodeURI(`${address}?token=${pageToken}`);
        const response = await web.app.request(asked, { method, headers: { cookie } });
        const isApi = address.startsWith('/api/');
        const isSentAway = method === 'GET' && !isApi;
        expect([method, asked, response.status, response.headers.get('location')]).toEqual([
          method,
          asked,
          isSentAway ? 303 : 401,
          isSentAway ? `/sign-in?to=${encodeURIComponent(asked)}` : null,
        ]);
        expect([response.headers.get('set-cookie'), await response.text()]).toEqual([
          null,
          expect.not.stringContaining('headline'),
        ]);
      }
    }
  });

  test('of the table exists, and shows no coverage', async () => {
    const web = await openWeb({ ...content, signIn, isSignUpOpen: true });
    const open = routesOf(web).filter(({ path }) => path in openRoutes);
    expect([...new Set(open.map(({ path }) => path))].sort()).toEqual(Object.keys(openRoutes).sort());
    for (const { method, address } of open) {
      expect(await (await web.app.request(address, { method })).text()).not.toContain('headline');
    }
  });

  test('of the API has a scope', async () => {
    const api = routesOf(await openWeb()).filter(({ path }) => path.startsWith('/api'));
    expect(api.map(({ path }) => path).sort()).toEqual(Object.keys(apiScopes).sort());
  });

  test('with anything but a look is refused and not sent away', async () => {
    const { app } = await openWeb({ ...content, signIn });
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect([(await app.request('/', { method })).status, (await app.request('/x', { method })).status]).toEqual([
        401, 401,
      ]);
    }
  });

  test('beside an open one, or written in another way, is not open', async () => {
    const { app } = await openWeb({ ...content, signIn });
    for (const path of ['/unsubscribe/x', '//unsubscribe', '/styleXcss', '/sign-in/x', '/Sign-In', '/robots.txt/']) {
      expect((await app.request(`http://vigil.example${path}`)).status).toBe(303);
    }
  });
});

test('the page is opened by a sign-in or by a token, never by neither or both', async () => {
  const { needs } = await openWeb();
  for (const settings of [{}, { pageToken, signIn }]) {
    const { region, metricsNamespace } = needs.settings;
    expect(() => createWebApp({ ...needs, settings: { region, metricsNamespace, ...settings } })).toThrow(
      'environment: the page needs SIGN_IN_ISSUER and SIGN_IN_CLIENT_ID, or else PAGE_TOKEN',
    );
  }
});

test.each(paths)('%s shows nothing without the page token, where there is no sign-in', async (path) => {
  const { app } = await openWeb(content);
  for (const address of [path, `${path}?token=wrong`, `${path}?token=`, `${path}?token=${pageToken.slice(0, -1)}`]) {
    const response = await app.request(address);
    expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await response.text()).not.toContain('headline');
  }
});
test('the token opens the page once by a redirect without it, and by the cookie from then on', async () => {
  const { app } = await openWeb({ coverage: [secret] });
  const address = `/?from=2026-08-28&token=${encodeURIComponent(pageToken)}&relevance=all`;
  const response = await app.request(address);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/?from=2026-08-28&relevance=all']);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^vigil=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie).not.toContain(pageToken);
  const opened = await app.request('/', { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect([opened.status, (await opened.text()).includes(secret.title)]).toEqual([200, true]);
});

test('over https the cookie goes nowhere else', async () => {
  const { app } = await openWeb();
  const response = await app.request(`https://vigil.example/?token=${encodeURIComponent(pageToken)}`);
  expect(response.headers.get('set-cookie')).toContain('; Secure;');
});

test('the redirect stays on this host, however the path begins', async () => {
  const { app } = await openWeb();
  const response = await app.request(`http://127.0.0.1//evil.example/?token=${encodeURIComponent(pageToken)}`);
  expect(response.headers.get('location')).toBe('/evil.example/');
});

test('a cookie of another token, or the token itself as cookie, opens nothing', async () => {
  const { app, cookie } = await openWeb();
  for (const value of [`vigil=${pageToken}`, `${cookie}x`, 'vigil=', 'vigil=%00']) {
    expect((await app.request('/', { headers: { cookie: encodeURI(value) } })).status).toBe(401);
  }
});

test.each([...paths, '/style.css', '/unsubscribe', '/robots.txt'])(
  '%s has the headers that keep it private',
  async (path) => {
    const { app, get } = await openWeb();
    for (const response of [await get(path), await app.request(path)]) {
      const header = (name: string) => response.headers.get(name) ?? '';
      expect(header('content-security-policy')).toContain("default-src 'none'");
      expect(header('content-security-policy')).not.toContain('script-src');
      expect([header('referrer-policy'), header('x-content-type-options'), header('x-robots-tag')]).toEqual([
        'no-referrer',
        'nosniff',
        'noindex',
      ]);
      expect([header('cross-origin-opener-policy'), header('cross-origin-resource-policy')]).toEqual([
        'same-origin',
        'same-origin',
      ]);
      expect(header('cache-control')).toMatch(path === '/style.css' ? /^max-age=300$/ : /^private, no-store$/);
    }
  },
);

test('over https browsers are told never to ask in clear again', async () => {
  const { app } = await openWeb();
  const told = async (address: string) => (await app.request(address)).headers.get('strict-transport-security');
  expect(await told('https://vigil.example/sign-in')).toBe('max-age=31536000');
  expect(await told('https://vigil.example/feeds')).toBe('max-age=31536000');
  expect(await told('http://127.0.0.1:3000/feeds')).toBeNull();
});
