import { createHash } from 'node:crypto';
import pricesJson from '../../config/prices.json' with { type: 'json' };
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { daysBetween } from '../../lib/coverage/days.ts';
import { countDay } from '../../lib/digest/day-count.ts';
import type { Edition, Send } from '../../lib/digest/edition.ts';
import type { EditionArchive } from '../../lib/digest/edition-archive.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import type { Mail, MailEnd } from '../../lib/digest/mailer.ts';
import type { SendDigestsNeeds } from '../../lib/digest/send-digests.ts';
import { defaultSettings, type Subscriber } from '../../lib/digest/subscriber.ts';
import { createMemoryAddedDateStore } from '../fakes/memory-added-date-store.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';
import { createMemoryMailboxKeyStore } from '../fakes/memory-mailbox-key-store.ts';
import { sampleFeed } from './sample-coverage.ts';

/** Editions and sends in memory, with the conditions that the table holds. */
export function fakeEditionStore() {
  const editions = new Map<string, Edition>();
  const sends = new Map<string, Send>();
  const isOpen = ({ state }: Edition) => state === 'building' || state === 'ready';
  const standing = (editionId: string): Edition => {
    const edition = editions.get(editionId);
    if (!edition) throw new Error(`edition ${editionId} is not in the table`);
    return edition;
  };
  const store: EditionStore = {
    async open(edition) {
      if (!editions.has(edition.editionId)) editions.set(edition.editionId, edition);
      return standing(edition.editionId);
    },
    get: async (editionId) => editions.get(editionId),
    async latest(subscriberId) {
      const own = [...editions.values()].filter((edition) => edition.subscriberId === subscriberId);
      return own.toSorted((a, b) => (a.editionId < b.editionId ? 1 : -1))[0];
    },
    async latestOfAll() {
      const newest = [...editions.values()].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, 25);
      return newest.find(({ htmlKey }) => htmlKey !== undefined) ?? newest[0];
    },
    async take(editionId, { at, until }) {
      const edition = standing(editionId);
      if (!isOpen(edition) || (edition.leaseUntil ?? '') > at) return undefined;
      const taken = { ...edition, fence: (edition.fence ?? 0) + 1, leaseUntil: until };
      editions.set(editionId, taken);
      return taken;
    },
    async makeReady({ editionId, fence }, rendered) {
      const edition = standing(editionId);
      if (edition.state === 'building' && edition.fence === fence)
        editions.set(editionId, { ...edition, ...rendered, state: 'ready' });
      return standing(editionId);
    },
    async skip({ editionId, fence }) {
      const edition = standing(editionId);
      if (edition.state !== 'building' || edition.fence !== fence) return false;
      editions.set(editionId, { ...edition, state: 'done', outcome: 'skipped-quiet' });
      return true;
    },
    listRecent: async (subscriberId, { fromDate, most }) =>
      [...editions.values()]
        .filter(({ editionId }) => editionId.startsWith(`${subscriberId}/`))
        .filter(({ editionId }) => (editionId.split('/')[1] ?? '') >= fromDate)
        .toSorted((a, b) => (a.editionId < b.editionId ? 1 : -1))
        .slice(0, most),
    async finish(editionId, state, fence) {
      const edition = editions.get(editionId);
      if (edition === undefined) return false;
      const isProof = state === 'done' && fence === undefined;
      if (isProof ? edition.state === 'done' : !isOpen(edition)) return false;
      if (fence !== undefined && edition.fence !== fence) return false;
      editions.set(editionId, { ...edition, state });
      return true;
    },
    getSend: async (editionId) => sends.get(editionId),
    async claimSend({ editionId, fence, mailboxId }, at) {
      const send = sends.get(editionId);
      if (send && send.state !== 'pending') return false;
      const claim = { editionId, state: 'claimed', tries: (send?.tries ?? 0) + 1, claimedAt: at, fence } as const;
      const goes = mailboxId === undefined ? {} : { mailboxId };
      sends.set(editionId, { ...send, schemaVersion: 1, ...claim, ...goes });
      return true;
    },
    async endSend(editionId, { state, at, ...rest }, fence) {
      const send = sends.get(editionId);
      if (send?.state !== 'claimed' || (fence !== undefined && send.fence !== fence)) return false;
      sends.set(editionId, { ...send, ...rest, state, ...(state === 'sent' && { sentAt: at }) });
      return true;
    },
    async retireSend(editionId, reason) {
      const send = sends.get(editionId);
      if (send && send.state !== 'pending') return send;
      sends.set(editionId, { schemaVersion: 1, tries: 0, ...send, editionId, state: 'failed', reason });
      return send;
    },
    async giveBack({ editionId, state, tries }) {
      const { claimedAt: _, sentAt: _at, messageId: _id, ...send } = sends.get(editionId) ?? {};
      if (!('state' in send) || send.state !== state || send.tries !== tries) return false;
      sends.set(editionId, { ...send, state: 'pending', tries: 0 });
      return true;
    },
    async reopen({ editionId, state, htmlKey }) {
      const edition = editions.get(editionId);
      if (edition?.state !== state) return false;
      editions.set(editionId, { ...edition, state: htmlKey === undefined ? 'building' : 'ready' });
      return true;
    },
  };
  return { store, editions, sends };
}

function fakeArchive(): EditionArchive {
  const bodies = new Map<string, string>();
  return {
    async put(body, kind) {
      const key = `editions/${createHash('sha256').update(body).digest('hex')}.${kind}`;
      bodies.set(key, body);
      return key;
    },
    get: async (key) => bodies.get(key),
  };
}

export function sampleSubscriber(changes: Partial<Subscriber> = {}): Subscriber {
  return {
    schemaVersion: 3,
    subscriberId: '00000000000000aa',
    address: 'reader@reader.example',
    zone: 'Europe/Paris',
    hour: 7,
    language: 'en',
    ...defaultSettings,
    linkVersion: 1,
    state: 'active',
    stateAt: '2026-08-01T00:00:00.000Z',
    addedAt: '2026-08-01T00:00:00.000Z',
    ...changes,
  };
}

/** Everything the stage needs, in memory, with a clock that stands still until it is set. */
export function fakeWorld(options: { subscribers?: Subscriber[]; coverage?: readonly Coverage[] } = {}) {
  const subscribers = options.subscribers ?? [sampleSubscriber()];
  const coverage = [...(options.coverage ?? [])];
  const { store: editionStore, editions, sends } = fakeEditionStore();
  const accepted: Mail[] = [];
  const clock = { now: '2026-08-29T05:00:00.000Z' };
  /** Ends of the next mails, in order; accepted when it is empty. */
  const mailEnds: MailEnd[] = [];
  const needs: SendDigestsNeeds = {
    subscriberStore: {
      list: async () => subscribers,
      get: async (subscriberId) => subscribers.find((reader) => reader.subscriberId === subscriberId),
    },
    editionStore,
    editionArchive: fakeArchive(),
    coverageStore: {
      listRecorded: async (from, to) => coverage.filter(({ recordedAt }) => recordedAt >= from && recordedAt < to),
      wasRecordedBefore: async (outletId, before) =>
        coverage.some((record) => record.outletId === outletId && record.recordedAt < before),
    },
    // All but the last days are counted already, as in a system that has run for long.
    dayCountStore: createMemoryDayCountStore(daysBetween('2026-06-01', '2026-08-27').map((day) => countDay(day, []))),
    usageStore: { list: async () => [] },
    readPrices: () => parsePriceTable(pricesJson),
    settings: { region: 'us-east-1' },
    calendar: [],
    addedDateStore: createMemoryAddedDateStore(),
    feedStore: { list: async () => [sampleFeed()] },
    mailboxKeyStore: createMemoryMailboxKeyStore(),
    mailer: {
      async send(mail) {
        const end = mailEnds.shift() ?? { status: 'accepted', messageId: `mail-${accepted.length + 1}` };
        if (end.status === 'accepted') accepted.push(mail);
        return end;
      },
    },
    now: () => new Date(clock.now),
    publicUrl: 'https://vigil.example',
    senderAddress: 'digest@vigil.example',
    signingKey: 'a signing key of the tests, long enough',
  };
  return { needs, subscribers, coverage, editions, sends, accepted, clock, mailEnds };
}
