import type { Edition } from '../../lib/digest/edition.ts';
import { instantOf, localTime } from '../../lib/digest/local-time.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import { type AcceptedMail, NOTICE } from './fake-ses.ts';
import type { World } from './world.ts';

/** What is wrong with one life, or with many; all 0 when every promise was kept. */
export interface Verdict {
  /** Mails beyond the first of an edition. */
  doubles: number;
  /** Readers' days on which a mail was due and none was accepted, without a true word why; and mails noted as sent that never were. */
  lostMails: number;
  lostArticles: number;
  /** Articles that a reader got again although their first mail was known to be sent. */
  articlesTwice: number;
  /** Mails to readers who had left before the process looked for the last time. */
  afterUnsubscribe: number;
  /** Mails of a day that was over when they were claimed. */
  staleMails: number;
  /** Tries of an edition with other bytes than its first. */
  otherBytes: number;
  /** Editions left open, claims and late editions that nobody was told of. */
  unsaid: number;
  /** No fault: articles that came again because the end of their first mail was unknown when the next edition was opened. */
  carriedFromUnknown: number;
}

export const noFaults = (): Verdict => ({
  ...{ doubles: 0, lostMails: 0, lostArticles: 0, articlesTwice: 0, afterUnsubscribe: 0 },
  ...{ staleMails: 0, otherBytes: 0, unsaid: 0, carriedFromUnknown: 0 },
});

/** Broken promises; what is no fault is left out. */
export const countFaults = ({ carriedFromUnknown: _, ...faults }: Verdict): number =>
  Object.values(faults).reduce((sum, count) => sum + count, 0);

const HOUR = 3_600_000;

/** @param ticks times at which one ran */
export async function judgeLife(world: World, ticks: readonly number[]): Promise<Verdict> {
  const verdict = noFaults();
  const { accepted, tried } = world.ses;
  verdict.doubles = accepted.length - new Set(accepted.map(({ editionId }) => editionId)).size;
  const contents = Map.groupBy(tried, ({ editionId }) => editionId).values();
  verdict.otherBytes = [...contents].reduce((sum, of) => sum + new Set(of.map(({ content }) => content)).size - 1, 0);
  if (await isNoticeLost(world)) verdict.lostMails += 1;
  // Every event is taken in before it lies among the dead letters.
  verdict.unsaid += world.queue.deadLetters.length;
  for (const reader of world.options.script.readers) await judgeReader(world, { reader, ticks }, verdict);
  return verdict;
}

/** Whoever asked got their mail, or it was refused for good, or its run broke off on the way. */
async function isNoticeLost({ ses, brokenClaims, options }: World): Promise<boolean> {
  if (ses.accepted.some(({ editionId }) => editionId === NOTICE)) return false;
  const [asked] = await options.stores.confirmationStore.list();
  if (asked?.state === 'claimed') return !brokenClaims.has(NOTICE);
  return asked?.state !== 'done' || (ses.refused.get(NOTICE) ?? 0) < 3;
}

interface Judged {
  reader: Subscriber;
  ticks: readonly number[];
}

async function judgeReader(world: World, { reader, ticks }: Judged, verdict: Verdict): Promise<void> {
  const { subscriberId, zone } = reader;
  const { editionStore } = world.options.stores;
  const mails = world.ses.accepted.filter((accepted) => accepted.subscriberId === subscriberId);
  const editions = await editionStore.listRecent(subscriberId, { fromDate: '2026-01-01', most: 100 });
  const changes = world.stateChanges.filter((change) => change.subscriberId === subscriberId);

  for (const mail of mails) {
    const { lookedAt, claimedAt } = world.sentBy.get(mail) ?? { lookedAt: 0, claimedAt: mail.at };
    const seen = changes.findLast(({ call }) => call < lookedAt);
    if (seen && seen.state !== 'active') verdict.afterUnsubscribe += 1;
    const today = localTime(new Date(claimedAt).toISOString(), zone).date;
    if (today > dateOf(mail.editionId)) verdict.staleMails += 1;
  }
  for (const edition of editions) {
    const send = await editionStore.getSend(edition.editionId);
    const isMailed = mails.some(({ editionId }) => editionId === edition.editionId);
    const isOpen = edition.state === 'building' || edition.state === 'ready';
    // Of a reader who has left, an edition that nobody has claimed stays as it is: nobody waits for it.
    const isLeft = send?.state !== 'claimed' && changes.length > 0 && changes.at(-1)?.state !== 'active';
    if ((isOpen && !isLeft) || (send?.state === 'claimed' && !isSaid(world, edition.editionId, 'unknown')))
      verdict.unsaid += 1;
    if (send?.state === 'sent' && !isMailed) verdict.lostMails += 1;
    if (isLateUnsaid(world, { reader, ticks }, edition, mails)) verdict.unsaid += 1;
  }
  for (const date of datesDue(reader, ticks)) {
    if (!changes.some(({ at }) => isDuring(at, date, zone)) && isWantedAt(changes, dueAt(reader, date)))
      verdict.lostMails += isLost(world, { reader, ticks }, date) ? 1 : 0;
  }
  judgeArticles(world, { reader, mails, editions }, verdict);
}

const dateOf = (editionId: string) => editionId.slice(17, 27);
const dueAt = ({ hour, zone }: Subscriber, date: string) => Date.parse(instantOf(date, hour, zone));
const isSaid = ({ outcomes }: World, editionId: string, end: string) =>
  outcomes.some((said) => said.stage === 'mail' && said.editionId === editionId && said.outcome === end);
const isDuring = (at: number, date: string, zone: string) => localTime(new Date(at).toISOString(), zone).date === date;

const isWantedAt = (changes: World['stateChanges'], at: number) =>
  (changes.findLast((change) => change.at <= at)?.state ?? 'active') === 'active';

/** Local dates on which an edition of its own was due while ticks ran. */
function datesDue(reader: Subscriber, ticks: readonly number[]): string[] {
  if (reader.frequency !== 'daily') return [];
  const dates = ticks.filter((tick) => localTime(new Date(tick).toISOString(), reader.zone).hour >= reader.hour);
  return [...new Set(dates.map((tick) => localTime(new Date(tick).toISOString(), reader.zone).date))];
}

function isLost(world: World, { reader, ticks }: Judged, date: string): boolean {
  const editionId = `${reader.subscriberId}/${date}`;
  if (world.ses.accepted.some((mail) => mail.editionId === editionId)) return false;
  if (world.brokenClaims.has(editionId)) return !isSaid(world, editionId, 'unknown');
  if ((world.ses.refused.get(editionId) ?? 0) >= 3) return !isSaid(world, editionId, 'failed');
  // One tick after the trouble is enough.
  return ticks.some(
    (tick) => tick > world.troubleUntil && tick >= dueAt(reader, date) && isDuring(tick, date, reader.zone),
  );
}

/** Mailed more than an hour late, although a tick that was an hour late had it in hand. */
function isLateUnsaid(
  world: World,
  { reader, ticks }: Judged,
  { editionId, localDate, createdAt }: Edition,
  mails: readonly AcceptedMail[],
): boolean {
  if (reader.frequency !== 'daily') return false;
  const mail = mails.find((one) => one.editionId === editionId);
  const late = dueAt(reader, localDate) + HOUR;
  if (mail === undefined || Date.parse(createdAt) > late) return false;
  const hadInHand = ticks.some((tick) => tick >= late && tick + 60_000 < mail.at);
  const said = (outcome: World['outcomes'][number]) =>
    outcome.stage === 'edition' && outcome.reason?.includes(reader.subscriberId);
  return hadInHand && !world.outcomes.some(said);
}

function judgeArticles(
  world: World,
  { reader, mails, editions }: { reader: Subscriber; mails: readonly AcceptedMail[]; editions: readonly Edition[] },
  verdict: Verdict,
): void {
  const { script, events, isDeaf } = world.options;
  const isProofPrompt = events === 'at once' || events === 'twice' || events === 'last first' || isDeaf === true;
  const first = editions.at(-1)?.from ?? '9999';
  // The next weekly edition is beyond the end of the script.
  const last = reader.frequency === 'weekly' ? Date.parse('2026-08-29T05:59:00Z') : script.calmFrom;
  const isReader =
    (world.stateChanges.findLast((one) => one.subscriberId === reader.subscriberId)?.state ?? 'active') === 'active';
  for (const { record } of script.arrivals) {
    const carriers = mails.filter(({ mail }) => mail.text.includes(record.url));
    const isExpected = isReader && record.recordedAt >= first && Date.parse(record.recordedAt) < last;
    if (carriers.length === 0 && isExpected) verdict.lostArticles += 1;
    if (carriers.length < 2) continue;
    const isUnproven = carriers.slice(0, -1).every((mail) => world.unprovenMails.has(mail));
    if (isUnproven && !isProofPrompt) verdict.carriedFromUnknown += carriers.length - 1;
    else verdict.articlesTwice += carriers.length - 1;
  }
}
