import { afterAll, beforeAll, expect, test } from 'vitest';
import { askConfirmation } from '../../lib/digest/ask-confirmation.ts';
import type { Mail } from '../../lib/digest/mailer.ts';
import { sendMails } from '../../lib/digest/send-mails.ts';
import { defaultSettings } from '../../lib/digest/subscriber.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { createMemoryAddedDateStore } from '../fakes/memory-added-date-store.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { openWeb } from './open-web.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const publicUrl = 'https://vigil.example';

/** Every address of ours that a text names, as it would be asked. */
function linksIn(text: string): string[] {
  const plain = text.replaceAll('&amp;', '&');
  const absolute = [...plain.matchAll(/https:\/\/vigil\.example(\/[^\s"'<>)]*)/g)].map(([, path = '']) => path);
  const relative = [...plain.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path = '']) => path);
  return [...absolute, ...relative].map((path) => path.split('#')[0] ?? '');
}

/** A morning of a system with a sign-up: an edition in each language, and mails that ask to confirm. */
async function openMorning() {
  const clock = { now: new Date('2026-08-28T20:00:00.000Z') };
  const readers = [
    sampleSubscriber(),
    sampleSubscriber({ subscriberId: '00000000000000fa', address: 'fa@reader.example', language: 'fa', zone: 'UTC' }),
  ];
  const coverage = ['One', 'Two', 'Three'].map((title, index) =>
    sampleCoverage({ title, articleId: String(index).repeat(32), recordedAt: '2026-08-28T12:00:00.000Z' }),
  );
  const web = await openWeb({ readers, coverage, isSignUpOpen: true, now: () => clock.now });
  const mails: Mail[] = [];
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return { status: 'accepted', messageId: `m-${mails.length}` } as const;
    },
  };
  const settings = { ...defaultSettings, zone: 'UTC', hour: 7, language: 'en' } as const;
  await askConfirmation({ purpose: 'sign-up', address: 'new@reader.example', language: 'en', settings }, web.needs);
  const { subscriberStore, editionStore, confirmationStore, coverageStore, archive } = web;
  const needs = {
    ...web.needs,
    subscriberStore,
    editionStore,
    confirmationStore,
    coverageStore,
    editionArchive: archive,
    dayCountStore: createMemoryDayCountStore(),
    mailboxKeyStore: createMemoryMailboxKeyStore(),
    calendar: [],
    addedDateStore: createMemoryAddedDateStore(),
    mailer,
    senderAddress: 'd@vigil.example',
  };
  await sendMails({ time: clock.now.toISOString() }, needs);
  return { web, mails };
}

test('a crawl of every link of every mail, and of the pages behind them, changes nothing: by GET and HEAD, signed in or not', async () => {
  const { web, mails } = await openMorning();
  expect(mails.map(({ to }) => to).sort()).toEqual([
    'fa@reader.example',
    'new@reader.example',
    'reader@reader.example',
  ]);
  const named = mails.flatMap(({ html, text, headers }) => linksIn([html, text, ...Object.values(headers)].join('\n')));
  const before = await web.state();
  const asked = new Map<string, number[]>();
  for (const queue = [...named]; queue.length > 0; ) {
    const path = queue.shift() ?? '';
    if (path === '' || asked.has(path)) continue;
    const statuses: number[] = [];
    for (const headers of [{}, { cookie: web.cookie }]) {
      for (const method of ['HEAD', 'GET']) {
        const response = await web.app.request(`${publicUrl}${path}`, { method, headers });
        statuses.push(response.status);
        if (method === 'GET') queue.push(...linksIn(await response.text()));
      }
    }
    asked.set(path, statuses);
  }
  expect(await web.state()).toBe(before);

  const kinds = new Set([...asked.keys()].map((path) => path.replace(/\?.*/, '').split('/').slice(0, 3).join('/')));
  const kindOf = (kind: string) => [...kinds].filter((one) => one.startsWith(kind)).length;
  expect(
    ['/unsubscribe', '/preferences', '/confirm', '/editions', '/feedback', '/articles', '/digest'].map(kindOf),
  ).not.toContain(0);
  expect(asked.size).toBeGreaterThan(15);
  const failing = [...asked].filter(([, statuses]) => statuses.some((status) => status >= 500));
  expect(failing).toEqual([]);
  // What a mail names opens without a session where it is the reader's own.
  const own = named.filter((path) => /^\/(unsubscribe|preferences|confirm|editions|feedback)/.test(path));
  expect(new Set(own.flatMap((path) => asked.get(path)))).toEqual(new Set([200]));
  // An edition on the web is handed on: nothing in it acts for its reader.
  const editions = named.filter((path) => path.startsWith('/editions/'));
  for (const path of new Set(editions)) {
    const shown = await (await web.app.request(`${publicUrl}${path}`)).text();
    expect(linksIn(shown).filter((link) => link.includes('token='))).toEqual([]);
  }
});
