import type { UsageStore } from '../../lib/cost/usage-store.ts';
import { mailEventTexts } from '../../lib/digest/mail-event.ts';
import type { Mail } from '../../lib/digest/mailer.ts';
import { removeReader } from '../../lib/digest/remove-reader.ts';
import type { SendDigestsNeeds } from '../../lib/digest/send-digests.ts';
import type { ServeConfirmationsNeeds } from '../../lib/digest/serve-confirmations.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { mailEvents } from '../../lib/local/mail-event-feed.ts';
import { parseSendEmail } from '../../lib/local/send-email-request.ts';
import type { Outcome } from '../../lib/log.ts';
import { fakeWorld } from '../digest/fake-ports.ts';
import { sampleFeed } from '../digest/sample-coverage.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
import { type AcceptedMail, createFakeSes, type FakeSes } from './fake-ses.ts';
import type { Fault } from './fault.ts';
import { invokeFunction } from './invoke-function.ts';
import type { Script } from './script.ts';
import type { Stores } from './stores.ts';

/** What the driven functions need, the stores whole. */
export type WorldNeeds = Omit<SendDigestsNeeds & ServeConfirmationsNeeds, keyof Stores> &
  Stores & {
    usageStore: UsageStore;
    settings: { region: string; metricsNamespace: undefined; queueUrls: { 'mail-events': string } };
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
  queue: EventQueue;
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
  /** As the operator does, who reads what it says and does as it says. */
  remove(subscriberId: string, call: number): Promise<void>;
}

const EVENT_SECONDS = 2;
/** Until the event source mapping asks the queue, so that events of one mail lie in one batch. */
const POLL_MILLISECONDS = 1500;
/** After which a reader can be removed whose mail was on its way. */
const WAIT_MINUTES = 11;
const DELAY_HOURS: Partial<Record<EventWay, number>> = { 'three hours late': 3, 'a day late': 26 };

/** What a mail tells besides, and no fault concerns. */
const { readPrices, calendar, addedDateStore } = fakeWorld().needs;

export function createWorld(options: WorldOptions): World {
  const { script, stores, events } = options;
  const clock = { now: (script.ticks[0] ?? 0) - 60_000 };
  const iso = () => new Date(clock.now).toISOString();
  const ses = createFakeSes((accepted) => publish(accepted));
  const queue = createEventQueue(() => clock.now);
  /** Times at which the queue is asked. */
  const polls = new Set<number>();
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
    // What the days cost is written into no mail: rendering it would take a third of a life's time.
    usageStore: { ...createMemoryUsageStore(), list: async () => [] },
    settings: { region: 'us-east-1', metricsNamespace: undefined, queueUrls: { 'mail-events': queue.url } },
    ...{ readPrices, calendar, addedDateStore },
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
    queue,
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
    async runTick() {
      const { settleSeconds } = options;
      await invokeFunction(world, 'send-digests', {
        time: iso(),
        ...(settleSeconds !== undefined && { settleSeconds }),
      });
    },
    async setState(subscriberId, state, call) {
      if (await stores.subscriberStore.setState(subscriberId, { state, at: iso() }))
        world.stateChanges.push({ subscriberId, state, call, at: clock.now });
    },
    async remove(subscriberId, call) {
      world.stateChanges.push({ subscriberId, state: 'unsubscribed', call, at: clock.now });
      const removed = await removeReader({ subscriberId }, { ...stores, now: needs.now });
      if (removed === 'waits') {
        const at = clock.now + WAIT_MINUTES * 60_000;
        world.agenda.push({ at, act: () => world.remove(subscriberId, world.calls.length + 0.5) });
      } else if (removed.outcome) world.outcomes.push({ stage: 'mail', ...removed.outcome });
    },
  };

  /** What SES tells of a mail, as its topic hands it on. */
  function publish({ mail, messageId, at }: AcceptedMail): void {
    if (events === 'never' || options.isDeaf) return;
    const told = mailEvents(requestOf(mail), { messageId, sentAt: new Date(at).toISOString() });
    const inOrder = events === 'last first' ? told.toReversed() : told;
    const repeated = events === 'twice' ? inOrder.flatMap((event) => [event, event]) : inOrder;
    const first = clock.now + (DELAY_HOURS[events] ?? 0) * 3_600_000 + EVENT_SECONDS * 1000;
    for (const [index, event] of repeated.entries()) tell(JSON.stringify(event), first + index * 1000);
  }

  function tell(body: string, at: number): void {
    queue.add(body, at);
    pollAt(at + POLL_MILLISECONDS);
  }

  function pollAt(at: number): void {
    polls.add(at);
    world.agenda.push({
      at,
      async act() {
        polls.delete(at);
        const next = await queue.poll(clock.now, (event) => invokeFunction(world, 'mail-events', event));
        if (next === undefined) return;
        const isAwaited = [...polls].some((poll) => poll >= next && poll <= next + POLL_MILLISECONDS);
        if (!isAwaited) pollAt(next);
      },
    });
  }

  tell(mailEventTexts.notice, clock.now);
  return world;
}

/** As the mailer would send it, with the headers and bodies that no event tells of left out. */
const requestOf = ({ to, subject, text, tags }: Mail) =>
  parseSendEmail({
    ConfigurationSetName: 'vigil',
    FromEmailAddress: 'digest@vigil.example',
    Destination: { ToAddresses: [to] },
    EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
  });
