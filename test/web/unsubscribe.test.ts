import { afterAll, beforeAll, expect, test } from 'vitest';
import { unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openWeb, signingKey } from './open-web.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const reader = sampleSubscriber();
const url = new URL(unsubscribeUrl('https://vigil.example', reader.subscriberId, signingKey));
const path = `${url.pathname}${url.search}`;
const stateOf = async ({ needs }: Awaited<ReturnType<typeof openWeb>>) =>
  (await (needs.subscriberStore as unknown as { list(): Promise<(typeof reader)[]> }).list()).map(({ state }) => state);

test('the link shows a button and changes nothing; the button unsubscribes, and once more does no harm', async () => {
  const web = await openWeb({ readers: [reader] });
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await web.app.request(path, { method });
  const shown = await (await web.app.request(path)).text();
  expect(shown).toContain(`<form method="post" action="${path}"><button>Unsubscribe</button></form>`);
  expect(await stateOf(web)).toEqual(['active']);
  for (const _ of [1, 2]) {
    const response = await web.app.request(path, { method: 'POST' });
    expect([response.status, (await response.text()).includes('You are unsubscribed')]).toEqual([200, true]);
    expect(await stateOf(web)).toEqual(['unsubscribed']);
  }
});

test('a mail program’s one click unsubscribes (RFC 8058)', async () => {
  const web = await openWeb({ readers: [reader] });
  const response = await web.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect([response.status, await stateOf(web)]).toEqual([200, ['unsubscribed']]);
});

test('a link to unsubscribe outlives every other link of its mail', async () => {
  const web = await openWeb({ readers: [{ ...reader, linkVersion: 7 }] });
  expect([(await web.app.request(path, { method: 'POST' })).status, await stateOf(web)]).toEqual([
    200,
    ['unsubscribed'],
  ]);
});

test('whose mailbox refused our mail hears the same, and stays suppressed', async () => {
  const web = await openWeb({ readers: [{ ...reader, state: 'suppressed' }] });
  const response = await web.app.request(path, { method: 'POST' });
  expect([response.status, await stateOf(web)]).toEqual([200, ['suppressed']]);
});

test('a link of a reader who was removed says which link ends mails that still come', async () => {
  const { app } = await openWeb({ readers: [sampleSubscriber({ subscriberId: 'bbbbbbbbbbbbbbbb' })] });
  for (const method of ['GET', 'POST']) {
    const response = await app.request(path, { method });
    const page = await response.text();
    expect([response.status, page.includes('use the link in the newest one'), page.includes('<form')]).toEqual([
      200,
      true,
      false,
    ]);
  }
});

test.each([
  ['none', '/unsubscribe'],
  ['an empty one', '/unsubscribe?token='],
  ['one cut short', path.slice(0, -1)],
  ['one of another reader', path.replace(reader.subscriberId, 'bbbbbbbbbbbbbbbb')],
  ['markup', '/unsubscribe?token=%22%3E%3Cscript%3E'],
])('a link whose token is %s is refused and changes nothing', async (_, broken) => {
  const web = await openWeb({
    readers: [reader, sampleSubscriber({ subscriberId: 'bbbbbbbbbbbbbbbb', address: 'b@b.example' })],
  });
  for (const method of ['GET', 'POST']) {
    const response = await web.app.request(broken, { method });
    expect([response.status, (await response.text()).includes('<script>')]).toEqual([400, false]);
  }
  expect(await stateOf(web)).toEqual(['active', 'active']);
});

test('the page is in the language of the reader’s digest; where the reader cannot be read, unsubscribing works all the same', async () => {
  const web = await openWeb({ readers: [{ ...reader, language: 'fa' }] });
  expect(await (await web.app.request(path)).text()).toContain('<html lang="fa" dir="rtl">');
  web.needs.subscriberStore.get = async () => {
    throw new Error('a row of a later version');
  };
  const response = await web.app.request(path, { method: 'POST' });
  expect([response.status, (await response.text()).includes('You are unsubscribed')]).toEqual([200, true]);
  expect(await stateOf(web)).toEqual(['unsubscribed']);
});
