import type { Edition, HeldEdition, Send } from '../../lib/digest/edition.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import type { MailEnd } from '../../lib/digest/mailer.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { FaultKind } from './fault.ts';
import type { LifeOptions } from './play-life.ts';
import type { WorldNeeds } from './world.ts';

/** One defence, and how the world is without it. */
export interface Removal {
  weaken?: (needs: WorldNeeds) => WorldNeeds;
  settleSeconds?: number;
  isDeaf?: boolean;
  /** How ticks and events come, where it matters. */
  ways?: Partial<Pick<LifeOptions, 'ticks' | 'events'>>;
  /** The faults against which it stands: kinds, and the calls at which they strike. */
  kinds: readonly FaultKind[];
  at: RegExp;
}

const withStore =
  (change: (store: WorldNeeds['editionStore']) => Partial<EditionStore>) =>
  (needs: WorldNeeds): WorldNeeds => ({
    ...needs,
    editionStore: { ...needs.editionStore, ...change(needs.editionStore) },
  });

const FAR = '9999-12-31T00:00:00.000Z';
const AT = '2026-08-29T00:00:00.000Z';
const pendingAgain = (send: Send | undefined): Send | undefined =>
  send?.state === 'claimed' ? { ...send, state: 'pending' } : send;

/** The defences of the digest, by what is done without them. */
export const defences: Readonly<Record<string, Removal>> = {
  'send, then record': {
    weaken: withStore(({ claimSend, endSend, getSend }) => ({
      claimSend: async ({ editionId }) => ['pending', undefined].includes((await getSend(editionId))?.state),
      async endSend(editionId, end, fence = 1) {
        await claimSend({ editionId, fence }, AT);
        return endSend(editionId, end, fence);
      },
    })),
    // SES's own word would end most of these mails in time.
    ways: { events: 'never' },
    kinds: ['crash', 'time-out'],
    at: /^(mailer|editionStore\.endSend)/,
  },
  'record, then send': {
    weaken: withStore(({ claimSend, endSend }) => ({
      claimSend: async (held, at) =>
        (await claimSend(held, at)) && (await endSend(held.editionId, { state: 'sent', at }, held.fence)),
    })),
    kinds: ['crash', 'refusal'],
    at: /^(mailer|editionStore\.(claimSend|endSend)|subscriberStore\.get)/,
  },
  'the last 24 hours for a window': {
    weaken: withStore(({ open }) => ({
      open: (edition: Edition) =>
        open({ ...edition, from: new Date(Date.parse(edition.to) - 86_400_000).toISOString() }),
    })),
    kinds: ['crash', 'render broken'],
    at: /^coverageStore/,
  },
  'claims without a condition, runs without a lease': {
    weaken: withStore(({ take, latest, makeReady, getSend }) => ({
      take: async (editionId, { until }) => take(editionId, { at: FAR, until }),
      makeReady: async (held, rendered) => {
        const standing = await makeReady(held, rendered);
        if (standing.state === 'ready') return { ...standing, fence: held.fence };
        const { fence = 0 } = (await latest(standing.subscriberId)) ?? {};
        return { ...(await makeReady({ ...held, fence }, rendered)), fence: held.fence };
      },
      claimSend: async () => true,
      getSend: async (editionId) => pendingAgain(await getSend(editionId)),
    })),
    kinds: ['second run', 'stall'],
    at: /^editionStore\.(getSend|claimSend)|^mailer|^subscriberStore\.get/,
  },
  'no look whether the reader has left': {
    weaken: (needs) => {
      const listed = new Map<string, Subscriber>();
      const { list, get } = needs.subscriberStore;
      return {
        ...needs,
        subscriberStore: {
          ...needs.subscriberStore,
          async list() {
            const readers = await list();
            for (const reader of readers) listed.set(reader.subscriberId, reader);
            return readers;
          },
          get: async (subscriberId) => listed.get(subscriberId) ?? get(subscriberId),
        },
      };
    },
    kinds: ['unsubscribe', 'pause'],
    at: /^editionStore\.(take|getSend|claimSend)|^editionArchive/,
  },
  'no look after who has left': {
    weaken: ({ subscriberStore, ...needs }) => ({
      ...needs,
      subscriberStore: {
        ...subscriberStore,
        list: async () => (await subscriberStore.list()).filter(({ state }) => state === 'active'),
      },
    }),
    kinds: ['unsubscribe and crash'],
    at: /^(mailer|subscriberStore\.get|editionStore\.endSend)/,
  },
  'retries of a sender that does not know': {
    weaken: ({ mailer, ...needs }) => ({
      ...needs,
      mailer: {
        async send(mail): Promise<MailEnd> {
          const end = await mailer.send(mail).catch(() => undefined);
          return end === undefined ? mailer.send(mail) : end;
        },
      },
    }),
    kinds: ['time-out'],
    at: /^mailer/,
  },
  'a sender that breaks, taken for one that refuses': {
    weaken: ({ mailer, ...needs }) => ({
      ...needs,
      mailer: {
        send: (mail) =>
          mailer.send(mail).catch((): MailEnd => ({ status: 'refused', retryable: true, reason: 'it broke' })),
      },
    }),
    kinds: ['time-out'],
    at: /^mailer/,
  },
  'an unknown end tried again': {
    weaken: withStore(({ getSend, claimSend, endSend }) => ({
      getSend: async (editionId) => pendingAgain(await getSend(editionId)),
      async claimSend(held, at) {
        await endSend(held.editionId, { state: 'pending', at });
        return claimSend(held, at);
      },
    })),
    ways: { events: 'never' },
    kinds: ['crash', 'time-out'],
    at: /^(mailer|editionStore\.endSend)/,
  },
  'a certain refusal that keeps its claim': {
    weaken: withStore(({ endSend }) => ({
      endSend: async (editionId, end, fence) => (end.state === 'pending' ? true : endSend(editionId, end, fence)),
    })),
    kinds: ['refusal'],
    at: /^mailer/,
  },
  'a claim with the fence of the run before': {
    weaken: withStore(({ claimSend, getSend }) => ({
      claimSend: async (held, at) =>
        claimSend({ ...held, fence: (await getSend(held.editionId))?.fence ?? held.fence }, at),
    })),
    // SES's own word ends a claim whatever its fence.
    ways: { events: 'never' },
    kinds: ['refusal', 'three refusals'],
    at: /^mailer/,
  },
  'bytes made anew at every try': {
    weaken: withStore(({ makeReady, latest }) => ({
      makeReady: async (held, rendered) => {
        const [subscriberId = ''] = held.editionId.split('/');
        const standing = await latest(subscriberId);
        if (standing?.editionId === held.editionId && standing.state === 'building')
          return { ...standing, ...rendered, state: 'ready' };
        return makeReady(held, rendered);
      },
    })),
    kinds: ['refusal', 'three refusals'],
    at: /^mailer/,
  },
  'no fence: a former edition is closed under the run that has it': {
    weaken: withStore(({ getSend, finish, makeReady, latest }) => ({
      retireSend: (editionId) => getSend(editionId),
      finish: (editionId, state) => finish(editionId, state),
      makeReady: async (held: Pick<HeldEdition, 'editionId' | 'fence'>, rendered) => {
        const standing = await makeReady(held, rendered);
        const { fence = held.fence } = (await latest(held.editionId.split('/')[0] ?? '')) ?? {};
        return standing.state === 'building'
          ? makeReady({ ...held, fence }, rendered)
          : { ...standing, state: 'ready' };
      },
    })),
    ways: { ticks: 'hours without' },
    kinds: ['stall'],
    at: /^editionStore\.(getSend|claimSend)|^editionArchive\.get/,
  },
  'yesterday’s edition sent today': {
    weaken: withStore(({ latest }) => ({
      async latest(subscriberId) {
        const edition = await latest(subscriberId);
        const isOpen = edition?.state === 'building' || edition?.state === 'ready';
        return edition && isOpen ? { ...edition, localDate: '9999-12-31' } : edition;
      },
    })),
    kinds: ['render broken', 'archive away'],
    at: /^(coverageStore|editionArchive)/,
  },
  'windows that do not settle': { settleSeconds: 0, kinds: ['crash'], at: /^editionStore\.open/ },
  'a mail that asks, sent without a claim': {
    weaken: ({ confirmationStore, ...needs }) => ({
      ...needs,
      confirmationStore: {
        ...confirmationStore,
        move: async (id, from, to) => (await confirmationStore.move(id, from, to)) || to.state === 'claimed',
      },
    }),
    kinds: ['second run'],
    at: /^confirmationStore\.move/,
  },
  'deaf to what SES tells': { isDeaf: true, kinds: ['crash', 'time-out'], at: /^(mailer|editionStore\.endSend)/ },
};
