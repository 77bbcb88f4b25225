import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edition } from '../../lib/digest/edition.ts';
import { editionUrl, feedUrl, preferencesUrl } from '../../lib/digest/reader-links.ts';
import { unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';
import { parseFeed } from '../../lib/feeds/parse-feed.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openWeb, signingKey } from './open-web.ts';

const lines: string[] = [];
beforeAll(() => setLogSink((line) => lines.push(JSON.stringify(line))));
afterAll(() => setLogSink());

const reader = sampleSubscriber();
const links = { publicUrl: 'https://vigil.example', signingKey };
const pathOf = (url: string) => url.slice(links.publicUrl.length);
const createdAt = '2026-08-28T05:00:00.000Z';
const path = pathOf(editionUrl(reader, { key: '2026-08-28', createdAt }, links));
const feedPath = pathOf(feedUrl(reader, createdAt, links));
const own = [
  unsubscribeUrl(links.publicUrl, reader.subscriberId, signingKey),
  preferencesUrl(reader, createdAt, links),
  `https://vigil.example/feedback?token=00000000000000aa.20260828.${'a'.repeat(32)}.${'x'.repeat(43)}&amp;verdict=relevant`,
];
const mail = `<!doctype html><html lang="en"><head><title>Digest</title></head><body>${own.map((url) => `<a href="${url}">x</a>`).join('')}<a href="https://a.example/?token=1">A story</a></body></html>`;
const open = (changes: Parameters<typeof openWeb>[0] = {}) => openWeb({ readers: [reader], edition: mail, ...changes });

test('whoever has the address reads the edition, without what acts for its reader', async () => {
  const web = await open();
  const before = await web.state();
  const response = await web.app.request(path);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  expect(response.headers.get('set-cookie')).toBeNull();
  const page = await response.text();
  expect([...page.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual([
    'https://vigil.example/unsubscribe',
    'https://vigil.example/preferences',
    `https://vigil.example/articles/${'a'.repeat(32)}#feedback`,
    'https://a.example/?token=1',
  ]);
  expect((await web.app.request(path, { method: 'HEAD' })).status).toBe(200);
  expect(await web.state()).toBe(before);
});

test('the feed lists the editions that were made, in a form that feed readers take, each with its own address', async () => {
  const web = await open();
  const skipped: Edition = {
    schemaVersion: 1,
    ...{ editionId: `${reader.subscriberId}/2026-08-27`, subscriberId: reader.subscriberId, localDate: '2026-08-27' },
    ...{ state: 'building', from: createdAt, to: createdAt, createdAt },
  };
  await web.editionStore.open(skipped);
  const held = await web.editionStore.take(skipped.editionId, { at: createdAt, until: createdAt });
  await web.editionStore.skip({ editionId: skipped.editionId, fence: held?.fence ?? 0 });
  const before = await web.state();
  const response = await web.app.request(feedPath);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const feed = await parseFeed(bytes, { contentType: 'application/atom+xml', url: `https://vigil.example${feedPath}` });
  expect(feed.items.map(({ title, link, published }) => [title, link, published])).toEqual([
    ['3 articles', `https://vigil.example${path}`, createdAt],
  ]);
  expect(new TextDecoder().decode(bytes)).not.toMatch(/@|unsubscribe|preferences/);
  expect((await web.app.request(path)).status).toBe(200);
  expect(await web.state()).toBe(before);
});

test('addresses end with their time, with the version of the reader’s links, and with the reader', async () => {
  const statuses = async (web: Awaited<ReturnType<typeof open>>) => [
    (await web.app.request(path)).status,
    (await web.app.request(feedPath)).status,
  ];
  const at = (days: number) => ({ now: () => new Date(Date.parse(createdAt) + days * 86_400_000) });
  expect(await statuses(await open(at(89)))).toEqual([200, 200]);
  expect(await statuses(await open(at(90)))).toEqual([410, 200]);
  expect(await statuses(await open(at(366)))).toEqual([410, 410]);
  expect(await statuses(await open({ readers: [{ ...reader, linkVersion: 2 }] }))).toEqual([410, 410]);
  expect(await statuses(await open({ readers: [] }))).toEqual([410, 410]);
});

test('an address that was not made by us for this edition shows nothing', async () => {
  const web = await open();
  const wrong = [
    '/editions/x',
    '/editions/00000000000000aa.2026-08-28.1.9999999999',
    path.replace('2026-08-28', '2026-08-27'),
    pathOf(editionUrl(reader, { key: '2026-08-27', createdAt }, links)),
    path.replace('/editions/', '/editions/feed/').concat('.atom'),
    feedPath.replace('.atom', ''),
    feedPath.replace('/feed/', '/').replace('.atom', ''),
    pathOf(preferencesUrl(reader, createdAt, links))
      .replace('/preferences?token=', '/editions/feed/')
      .concat('.atom'),
  ];
  for (const one of wrong) expect([one, (await web.app.request(one)).status]).toEqual([one, 410]);
});

test('a fault is logged without the address', async () => {
  const web = await open();
  web.needs.editionStore.get = async () => {
    throw new Error('the table is away');
  };
  lines.length = 0;
  expect((await web.app.request(path)).status).toBe(500);
  expect(lines.join('')).toContain('/editions/…');
  expect(lines.join('')).not.toContain('00000000000000aa');
});

test('staff who open the last digest on the page get none of its reader’s addresses', async () => {
  const web = await open({ edition: mail.replace('</body>', `<a href="https://vigil.example${path}">x</a></body>`) });
  expect(await web.text('/digest/latest.html')).not.toMatch(/token=[0-9a-f]{16}|\/editions\//);
});
