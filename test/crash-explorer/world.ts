import { MailEvent } from '../../lib/digest/mail-event.ts';
import { recordMailEvent } from '../../lib/digest/record-mail-event.ts';
import { type SendDigestsNeeds, sendDigests } from '../../lib/digest/send-digests.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { SubscriberStore } from '../../lib/digest/subscriber-store.ts';
import type { Outcome } from '../../lib/log.ts';
import { fakeWorld } from '../digest/fake-ports.ts';
import { sampleFeed } from '../digest/sample-coverage.ts';
import { type AcceptedMail, createFakeSes, type FakeSes } from './fake-ses.ts';
import type { Fault } from './fault.ts';
import { type Process, processes, startProcess } from './process.ts';
import type { Script } from './script.ts';
import type { Stores } from './stores.ts';

export type WorldNeeds = Omit<SendDigestsNeeds, 'subscriberStore'> & {
  subscriberStore: Pick<SubscriberStore, 'get' | 'list' | 'setState'>;
};

/** When and how SES's events come: at once, hours later, twice, the last first, or never. */
export type EventWay = 'at once' | 'three hours late' | 'a day late' | 'twice' | 'last first' | 'never';

export interface WorldOptions {
  script: Script;
  stores: Stores;
  faults: readonly Fault[];
  events: EventWay;
  /** Takes a defence away from the needs of a process; each port call that remains can still be struck. */
  weaken?: ((needs: WorldNeeds) => WorldNeeds) | undefined;
  /** Of the ticks' input. */
  settleSeconds?: number | undefined;
  /** Takes the word of SES's events away. */
  isDeaf?: boolean | undefined;
}

/** A reader's state from a port call on; half numbers lie between two calls. */
interface StateChange {
  subscriberId: string;
  state: Subscriber['state'];
  call: number;
  at: number;
}

/** One life: readers, tables, SES and a clock that goes on by itself only a little at each call. */
export interface World {
  options: WorldOptions;
  clock: { now: number };
  ses: FakeSes;
  needs: WorldNeeds;
  /** `<port>.<method>` of every port call, in their order. */
  calls: string[];
  outcomes: Outcome[];
  /** Editions whose claim was open when something broke: their end may be unknown. */
  brokenClaims: Set<string>;
  /** Latest time at which something was broken, epoch milliseconds; and until when it stays so. */
  troubleUntil: number;
  stateChanges: StateChange[];
  /** Calls of the process that sent a mail: the one before it, and when the mail was claimed. */
  sentBy: Map<AcceptedMail, { lookedAt: number; claimedAt: number }>;
  /** Mails that were accepted and had no recorded end when the reader's next edition was opened. */
  unprovenMails: Set<AcceptedMail>;
  archiveAwayUntil: number;
  renderBrokenUntil: number;
  refusalsLeft: number;
  isRefusedForGood: boolean;
  /** What is to happen at a time, besides ticks. */
  agenda: { at: number; act: () => Promise<void> }[];
  advanceTo(time: number): Promise<void>;
  runTick(): Promise<void>;
  setState(subscriberId: string, state: Subscriber['state'], call: number): Promise<void>;
}

const EVENT_SECONDS = 2;
const REDELIVERY_SECONDS = 360;
const MOST_RECEIVES = 5;
const DELAY_HOURS: Partial<Record<EventWay, number>> = { 'three hours late': 3, 'a day late': 26 };

/** What a mail tells besides, and no fault concerns. */
const { usageStore, readPrices, settings, calendar } = fakeWorld().needs;

export function createWorld(options: WorldOptions): World {
  const { script, stores, events } = options;
  const clock = { now: (script.ticks[0] ?? 0) - 60_000 };
  const iso = () => new Date(clock.now).toISOString();
  const ses = createFakeSes((accepted) => publish(accepted));
  const visibleAt = new Map(script.arrivals.map(({ record, visibleAt: time }) => [record.articleId, time]));
  const needs: WorldNeeds = {
    ...stores,
    coverageStore: {
      ...stores.coverageStore,
      listRecorded: async (from, to) =>
        (await stores.coverageStore.listRecorded(from, to)).filter(
          ({ articleId }) => (visibleAt.get(articleId) ?? Number.POSITIVE_INFINITY) <= clock.now,
        ),
    },
    // Another figure at every tick: what is rendered anew has other bytes.
    feedStore: {
      list: async () => [
        sampleFeed(),
        sampleFeed({ consecutiveFailures: Math.floor(clock.now / 300_000) % 2 ? 9 : 0 }),
      ],
    },
    ...{ usageStore, readPrices, settings, calendar },
    mailer: { send: async (mail) => ses.accept(mail, clock.now) },
    now: () => new Date(clock.now),
    publicUrl: 'https://vigil.example',
    senderAddress: 'digest@vigil.example',
    signingKey: 'a signing key of the tests, long enough',
  };

  const world: World = {
    options,
    clock,
    ses,
    needs,
    calls: [],
    outcomes: [],
    brokenClaims: new Set(),
    troubleUntil: 0,
    stateChanges: [],
    sentBy: new Map(),
    unprovenMails: new Set(),
    archiveAwayUntil: 0,
    renderBrokenUntil: 0,
    refusalsLeft: 0,
    isRefusedForGood: false,
    agenda: [],
    async advanceTo(time) {
      for (;;) {
        const next = world.agenda.filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        world.agenda.splice(world.agenda.indexOf(next), 1);
        clock.now = Math.max(clock.now, next.at);
        await next.act();
      }
      clock.now = Math.max(clock.now, time);
    },
    runTick: () =>
      run((started) => sendDigests({ time: iso(), settleSeconds: options.settleSeconds }, started)).then(() => {}),
    async setState(subscriberId, state, call) {
      if (await stores.subscriberStore.setState(subscriberId, { state, at: iso() }))
        world.stateChanges.push({ subscriberId, state, call, at: clock.now });
    },
  };

  /** @returns whether the process came to its end */
  async function run(work: (needs: WorldNeeds) => Promise<unknown>): Promise<boolean> {
    const process: Process = { isGone: false };
    try {
      await processes.run(process, () => work(startProcess(world, process)));
      return !process.isGone;
    } catch {
      return false;
    }
  }

  function publish({ editionId, subscriberId, messageId }: AcceptedMail): void {
    if (events === 'never' || options.isDeaf) return;
    const mail = { messageId, tags: { edition: [editionId.replace('/', '_')], recipient: [subscriberId] } };
    const told = ['Send', 'Delivery'].map((eventType) => MailEvent.parse({ eventType, mail }));
    const inOrder = events === 'last first' ? told.toReversed() : told;
    const repeated = events === 'twice' ? inOrder.flatMap((event) => [event, event]) : inOrder;
    const first = clock.now + (DELAY_HOURS[events] ?? 0) * 3_600_000 + EVENT_SECONDS * 1000;
    for (const [index, event] of repeated.entries()) tell(event, first + index * 1000, 1);
  }

  function tell(event: MailEvent, at: number, receive: number): void {
    world.agenda.push({
      at,
      async act() {
        const isOver = await run((started) => recordMailEvent(event, started));
        if (!isOver && receive < MOST_RECEIVES) tell(event, clock.now + REDELIVERY_SECONDS * 1000, receive + 1);
      },
    });
  }

  return world;
}
