import { expect, test } from 'vitest';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb, pageToken } from './open-web.ts';

const secret = sampleCoverage({ title: 'A headline that only readers see' });
const paths = ['/', '/feeds', '/digest', '/digest/latest.html', '/api/coverage', `/articles/${secret.articleId}`, '/x'];

test.each(paths)('%s shows nothing without the token', async (path) => {
  const { app } = await openWeb({ coverage: [secret], edition: '<p>A headline that only readers see</p>' });
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
      expect(header('cache-control')).toMatch(path === '/style.css' ? /^max-age=300$/ : /^private, no-store$/);
    }
  },
);
