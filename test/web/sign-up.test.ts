import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmationUrl } from '../../lib/digest/reader-links.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { openWeb, signingKey } from './open-web.ts';

const lines: string[] = [];
beforeAll(() => setLogSink((line) => lines.push(JSON.stringify(line))));
afterAll(() => setLogSink());

const form = { address: 'new@reader.example', zone: 'Asia/Tehran', hour: '6', language: 'en', frequency: 'weekly' };
type Web = Awaited<ReturnType<typeof openWeb>>;
const post = (web: Web, path: string, body: Record<string, string> = {}) =>
  web.app.request(path, { method: 'POST', body: new URLSearchParams(body) });
/** The page with the button, as the mail of the only confirmation has it. */
const linkOf = (web: Web) => {
  const [confirmation] = web.confirmations.rows();
  if (!confirmation) throw new Error('nothing was asked');
  const { pathname, search } = new URL(confirmationUrl(confirmation, { publicUrl: 'https://v.example', signingKey }));
  return { confirmation, path: `${pathname}${search}` };
};

test('the sign-up is not there unless the operator opened it', async () => {
  const web = await openWeb();
  const before = await web.state();
  expect([(await web.get('/sign-up')).status, (await post(web, '/sign-up', form)).status]).toEqual([404, 404]);
  expect(await web.state()).toBe(before);
});

test('a form asks for a mail, and adds no reader', async () => {
  const web = await openWeb({ isSignUpOpen: true, readers: [] });
  const response = await post(web, '/sign-up', form);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Look into your mailbox')]);
  expect(web.confirmations.rows()).toMatchObject([
    {
      purpose: 'sign-up',
      state: 'waiting',
      address: form.address,
      settings: { zone: 'Asia/Tehran', hour: 6, language: 'en', frequency: 'weekly', quietDay: 'line', weekday: 1 },
    },
  ]);
  expect(await web.subscriberStore.list()).toEqual([]);
});

test('the answer is the same for an address that is new, a reader’s, refused, or over its limit', async () => {
  const states = ['active', 'paused', 'unsubscribed', 'suppressed'] as const;
  const readers = states.map((state, index) =>
    sampleSubscriber({ state, subscriberId: `00000000000000b${index}`, address: `${state}@reader.example` }),
  );
  const web = await openWeb({ isSignUpOpen: true, readers });
  const answers = new Set<string>();
  for (const address of [...states.map((state) => `${state}@reader.example`), 'new@reader.example']) {
    for (let again = 0; again < 2; again += 1) {
      const response = await post(web, '/sign-up', { ...form, address });
      answers.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
    }
  }
  expect(answers.size).toBe(1);
  expect(await web.subscriberStore.list()).toEqual(readers.toSorted((a, b) => a.address.localeCompare(b.address)));
  expect(lines.join('\n')).not.toMatch(/@reader|token/);
});

test.each([
  { address: 'no address' },
  { address: '' },
  { zone: 'Moon/Base' },
  { hour: '24' },
  { hour: '' },
  { hour: '7.5' },
  { language: 'xx' },
  { frequency: 'hourly' },
  { weekday: '8' },
])('refuses %o and asks nothing', async (wrong) => {
  const web = await openWeb({ isSignUpOpen: true });
  const before = await web.state();
  expect((await post(web, '/sign-up', { ...form, ...wrong })).status).toBe(400);
  expect(await web.state()).toBe(before);
});

test('a form that is larger than any form is not read', async () => {
  const web = await openWeb({ isSignUpOpen: true });
  expect((await post(web, '/sign-up', { ...form, more: 'x'.repeat(40_000) })).status).toBe(413);
});

describe('the link of the mail', () => {
  test('shows a button and changes nothing; the button confirms, and once more does no harm', async () => {
    const web = await openWeb({ isSignUpOpen: true, readers: [] });
    await post(web, '/sign-up', { ...form, language: 'fa' });
    await web.confirmationStore.move(linkOf(web).confirmation.confirmationId, ['waiting'], { state: 'sent' });
    const { path } = linkOf(web);
    const before = await web.state();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await web.app.request(path, { method });
    const shown = await (await web.app.request(path)).text();
    expect(shown).toContain(`<form method="post" action="${path}"><button>تأیید</button></form>`);
    expect(shown).toContain('<html lang="fa" dir="rtl">');
    expect(await web.state()).toBe(before);
    for (let again = 0; again < 2; again += 1) {
      const response = await post(web, path);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('تأیید شد')]);
    }
    expect(web.confirmations.rows().map(({ state }) => state)).toEqual(['confirmed']);
  });

  test.each(['', '?token=', '?token=x', '?token=00000000000000aa.9999999999.'.padEnd(80, 'x')])(
    'that is not ours ("%s") confirms nothing',
    async (search) => {
      const web = await openWeb({ isSignUpOpen: true });
      const before = await web.state();
      const statuses = [await web.app.request(`/confirm${search}`), await post(web, `/confirm${search}`)];
      expect(statuses.map(({ status }) => status)).toEqual([400, 400]);
      expect(await web.state()).toBe(before);
    },
  );

  test('confirms before its mail was sent nothing: only who has the mail can have the link', async () => {
    const web = await openWeb({ isSignUpOpen: true });
    await post(web, '/sign-up', form);
    await post(web, linkOf(web).path);
    expect(web.confirmations.rows().map(({ state }) => state)).toEqual(['waiting']);
  });
});
