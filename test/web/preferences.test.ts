import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedUrl, preferencesUrl } from '../../lib/digest/reader-links.ts';
import { unsubscribeUrl } from '../../lib/digest/unsubscribe-token.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openWeb, signingKey } from './open-web.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const reader = sampleSubscriber();
const links = { publicUrl: 'https://vigil.example', signingKey };
const pathOf = (url: string) => url.slice(links.publicUrl.length);
const path = pathOf(preferencesUrl(reader, '2026-08-28T05:00:00.000Z', links));
const everything: [string, string][] = [
  ['action', 'save'],
  ['zone', 'Asia/Tehran'],
  ['hour', '23'],
  ['language', 'fa'],
  ['frequency', 'weekly'],
  ['weekday', '6'],
  ['quietDay', 'weekly'],
  ['themes', 'denial'],
  ['themes', 'evidence'],
  ['languages', 'fa'],
  ['languages', 'ar'],
  ['relations', 'state'],
  ['outlets', ' RadioFarda.com،bbc.com , '],
  ['minimumScore', '7.5'],
];
type Web = Awaited<ReturnType<typeof openWeb>>;
const post = (web: Web, body: [string, string][], to = path) =>
  web.app.request(to, { method: 'POST', body: new URLSearchParams(body) });

test('the link shows what a reader gets without their address, and changes nothing', async () => {
  const web = await openWeb({ readers: [reader] });
  const before = await web.state();
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await web.app.request(path, { method });
  const shown = await (await web.app.request(path)).text();
  expect(shown).toContain('<option value="Europe/Paris" selected>');
  expect(shown).not.toContain('reader@reader.example');
  expect(await web.state()).toBe(before);
});

test('saving sets everything that can be chosen, and the page says so in the language chosen', async () => {
  const web = await openWeb({ readers: [reader] });
  const response = await post(web, everything);
  const page = await response.text();
  expect([response.status, page]).toEqual([200, expect.stringContaining('<html lang="fa" dir="rtl">')]);
  expect(page).toContain('ذخیره شد.');
  const saved = {
    zone: 'Asia/Tehran',
    hour: 23,
    language: 'fa',
    frequency: 'weekly',
    weekday: 6,
    quietDay: 'weekly',
    filter: {
      themes: ['denial', 'evidence'],
      languages: ['fa', 'ar'],
      relations: ['state'],
      outlets: ['radiofarda.com', 'bbc.com'],
      minimumScore: 7.5,
    },
  };
  const rhythmAt = expect.stringMatching(/^20/);
  expect(await web.subscriberStore.list()).toEqual([{ ...reader, ...saved, rhythmAt }]);
  await post(
    web,
    everything.filter(([name]) => !/themes|languages|relations|outlets|minimumScore/.test(name)),
  );
  expect((await web.subscriberStore.list())[0]?.filter).toEqual(reader.filter);
});

test.each<[string, string]>([
  ['zone', 'Moon/Base'],
  ['hour', '99'],
  ['weekday', '0'],
  ['frequency', 'never'],
  ['themes', 'sport'],
  ['outlets', '<b>'],
  ['minimumScore', 'many'],
  ['action', 'remove'],
])('a value that cannot be chosen (%s: %s) changes nothing', async (name, value) => {
  const web = await openWeb({ readers: [reader] });
  const before = await web.state();
  const body = [...everything.filter(([one]) => one !== name), [name, value] as [string, string]];
  expect((await post(web, body)).status).toBe(400);
  expect(await web.state()).toBe(before);
});

test('a reader pauses and goes on', async () => {
  const web = await openWeb({ readers: [reader] });
  const stateOf = async () => (await web.subscriberStore.list()).map(({ state, stateReason }) => [state, stateReason]);
  await post(web, [['action', 'pause']]);
  expect(await stateOf()).toEqual([['paused', 'asked on the settings page']]);
  await post(web, [['action', 'pause']]);
  await post(web, [['action', 'resume']]);
  expect(await stateOf()).toEqual([['active', 'asked on the settings page']]);
});

test.each([
  ['paused', { state: 'paused', isPausedByOperator: true, stateReason: 'asked for by telephone' }],
  ['paused before it was noted who did', { state: 'paused', stateReason: 'set by the operator' }],
] as const)('whom the operator %s is told so, and cannot go on by themselves', async (_, pause) => {
  const web = await openWeb({ readers: [{ ...reader, ...pause }] });
  const before = await web.state();
  const page = await (await web.app.request(path)).text();
  expect(page).toContain('The operator paused your digest');
  expect(page).not.toContain('value="resume"');
  for (const action of ['resume', 'pause']) {
    const answer = await post(web, [['action', action]]);
    if (action === 'pause') continue;
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('Only the operator can let it'),
    ]);
  }
  expect(await web.state()).toBe(before);
  expect((await post(web, everything)).status).toBe(200);
});

test('who goes on in the moment in which the operator pauses them stays paused', async () => {
  const own = { ...reader, state: 'paused', stateReason: 'asked on the settings page' } as const;
  const web = await openWeb({ readers: [own] });
  const { setState } = web.subscriberStore;
  web.subscriberStore.setState = async (subscriberId, change) => {
    await setState(subscriberId, { state: 'paused', at: own.stateAt, reason: 'set by the operator', byOperator: true });
    return setState(subscriberId, change);
  };
  expect((await post(web, [['action', 'resume']])).status).toBe(403);
  expect((await web.subscriberStore.list()).map(({ state }) => state)).toEqual(['paused']);
});

test('another address is asked first; nothing changes before it confirms', async () => {
  const web = await openWeb({ readers: [reader] });
  const response = await post(web, [
    ['action', 'change-address'],
    ['address', 'moved@reader.example'],
  ]);
  expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('moved@')]);
  expect(web.confirmations.rows()).toMatchObject([
    {
      purpose: 'change-address',
      address: 'moved@reader.example',
      subscriberId: reader.subscriberId,
      linkVersion: reader.linkVersion,
      state: 'waiting',
    },
  ]);
  expect(await web.subscriberStore.list()).toEqual([reader]);
});

test.each(['unsubscribed', 'suppressed'] as const)('who is %s does not come back by an old mail', async (state) => {
  const web = await openWeb({ readers: [{ ...reader, state }] });
  const before = await web.state();
  for (const action of ['resume', 'save', 'change-address']) {
    const answer = await post(web, [['action', action], ['address', 'a@b.example'], ...everything.slice(1)]);
    expect(await answer.text()).toContain('You are not subscribed');
  }
  expect(await web.state()).toBe(before);
});

test('a link opens nothing when it is another’s, of another purpose, of a former version, or 90 days old', async () => {
  const now = '2026-08-28T20:00:00.000Z';
  const ninetyDaysAgo = new Date(Date.parse(now) - 90 * 86_400_000).toISOString();
  const wrong = [
    '/preferences',
    path.replace('00000000000000aa', '00000000000000ab'),
    pathOf(unsubscribeUrl(links.publicUrl, reader.subscriberId, signingKey)).replace('/unsubscribe', '/preferences'),
    pathOf(feedUrl(reader, now, links))
      .replace('/editions/feed/', '/preferences?token=')
      .replace('.atom', ''),
    pathOf(preferencesUrl({ ...reader, linkVersion: 2 }, now, links)),
    pathOf(preferencesUrl(reader, ninetyDaysAgo, links)),
  ];
  const web = await openWeb({
    readers: [reader, sampleSubscriber({ subscriberId: '00000000000000ab', address: 'b@reader.example' })],
  });
  const before = await web.state();
  for (const one of wrong) {
    expect([one, (await web.app.request(one)).status]).toEqual([one, 400]);
    expect([one, (await post(web, everything, one)).status]).toEqual([one, 400]);
  }
  expect(await web.state()).toBe(before);
  const rotated = await openWeb({ readers: [{ ...reader, linkVersion: 2 }] });
  expect((await rotated.app.request(path)).status).toBe(400);
});
