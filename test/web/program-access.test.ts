import { describe, expect, test } from 'vitest';
import { createProgramToken } from '../../lib/access/create-program-token.ts';
import type { Scope } from '../../lib/access/program-token.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb } from './open-web.ts';

const secret = sampleCoverage({ title: 'A headline that only readers see' });
const signIn = { issuer: 'http://127.0.0.1:9', clientId: 'vigil', allowed: [] };
const content = { coverage: [secret] };

describe('a program’s token', () => {
  const made = (scopes: Scope[], days = 90) =>
    createProgramToken({ name: 'export', scopes, days }, new Date('2026-08-28T08:00:00.000Z'));
  const ask = async (web: Awaited<ReturnType<typeof openWeb>>, path: string, authorization: string) => {
    const response = await web.app.request(path, { headers: { authorization } });
    return { response, told: [response.status, response.headers.get('www-authenticate')] };
  };
  const invalid = [401, 'Bearer realm="vigil", error="invalid_token"'];

  test.each([[{ signIn }], [{}]])('opens the address that it is for, and notes the day (%j)', async (settings) => {
    const { text, kept } = made(['coverage:read', 'feeds:read']);
    const web = await openWeb({ ...content, ...settings, feeds: [sampleFeed()], programTokens: [kept] });
    const coverage = await ask(web, '/api/coverage?from=2026-08-28', `Bearer ${text}`);
    expect([coverage.response.status, await coverage.response.json()]).toMatchObject([200, [{ title: secret.title }]]);
    expect(web.accessRows()).toEqual([{ ...kept, lastUsedDay: '2026-08-28' }]);
    const feeds = await ask(web, '/api/feeds', `bearer ${text}`);
    expect([feeds.response.status, await feeds.response.json()]).toEqual([200, [sampleFeed()]]);
  });

  test('opens no page, and not what it is not for', async () => {
    const { text, kept } = made(['coverage:read']);
    const web = await openWeb({ ...content, signIn, programTokens: [kept] });
    for (const path of ['/', '/feeds', `/articles/${secret.articleId}`]) {
      expect((await ask(web, path, `Bearer ${text}`)).response.status).toBe(303);
    }
    const feeds = await ask(web, '/api/feeds', `Bearer ${text}`);
    expect(feeds.told).toEqual([403, 'Bearer realm="vigil", error="insufficient_scope", scope="feeds:read"']);
    expect(await feeds.response.json()).toEqual({ error: 'this address needs the scope feeds:read' });
    expect((await ask(web, '/api/other', `Bearer ${text}`)).told).toEqual([
      403,
      'Bearer realm="vigil", error="insufficient_scope"',
    ]);
  });

  test('that expired, was revoked, is not whole or is unknown opens nothing, and no answer says which', async () => {
    const [valid, expired, revoked] = [made(['coverage:read']), made(['coverage:read'], 0), made(['coverage:read'])];
    const programTokens = [valid.kept, expired.kept, { ...revoked.kept, revokedAt: '2026-08-28T09:00:00.000Z' }];
    const web = await openWeb({ ...content, signIn, programTokens });
    const before = web.accessRows();
    const bodies = new Set<string>();
    for (const text of [
      expired.text,
      revoked.text,
      made(['coverage:read']).text,
      valid.text.slice(0, -1),
      `${valid.text}x`,
      valid.text.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
      valid.text.replace(valid.kept.accessId, expired.kept.accessId),
      `vigil_${valid.kept.accessId}_${valid.kept.secretHash.slice(0, 43)}`,
      '',
    ]) {
      const { response, told } = await ask(web, '/api/coverage', `Bearer ${text}`);
      expect(told).toEqual(invalid);
      bodies.add(await response.text());
    }
    for (const other of [`Basic ${btoa(`x:${valid.text}`)}`, valid.text, 'Bearer', `Bearer ${valid.text} x`]) {
      expect((await ask(web, '/api/coverage', other)).told).toEqual(invalid);
    }
    expect([bodies.size, web.accessRows()]).toEqual([1, before]);
  });

  test('that is wrong is not mended by a session', async () => {
    const { app, cookie } = await openWeb(content);
    const headers = { cookie, authorization: `Bearer ${made(['coverage:read']).text}` };
    expect((await app.request('/api/coverage', { headers })).status).toBe(401);
  });

  test('is asked for where nothing is brought', async () => {
    const { app } = await openWeb({ ...content, signIn });
    const response = await app.request('/api/coverage');
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="vigil"']);
    expect(await response.json()).toEqual({ error: expect.stringContaining('Authorization: Bearer') });
  });
});
