import { dayBefore } from '../coverage/days.ts';
import type { Edition, Send } from '../digest/edition.ts';
import { type EditionEnd, editionEnd } from '../digest/edition-end.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { hashMailbox } from '../digest/hash-mailbox.ts';
import { localTime } from '../digest/local-time.ts';
import type { MailboxKeyStore } from '../digest/mailbox-key-store.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import type { CommandIo } from './command-io.ts';
import { findSubscriber } from './find-subscriber.ts';
import { readDays } from './read-days.ts';
import { typedAddress } from './subscribers.ts';
import { textTable } from './text-table.ts';

export interface DigestStatusOptions {
  /** As typed; how many local dates back, today included. */
  days?: string | undefined;
  /** Id or address; without it everybody. */
  subscriber?: string | undefined;
  /** Only mails that went to this mailbox, whoever has it now. */
  sentTo?: string | undefined;
  json?: boolean | undefined;
}

export interface DigestStatusNeeds {
  subscriberStore: Pick<SubscriberStore, 'list'>;
  editionStore: Pick<EditionStore, 'listRecent' | 'getSend'>;
  mailboxKeyStore: MailboxKeyStore;
  now: () => Date;
}

/**
 * Where a mail went, or goes; the record holds a hash of the mailbox and no address.
 *
 * - `own`: the address that its reader has now; of one that is not claimed yet too
 * - `former`: another one, which they had then
 * - `not-recorded`: of records of before
 */
type Goal = 'own' | 'former' | 'not-recorded';

/** One edition as it is shown. */
interface ShownEdition extends EditionEnd {
  edition: Edition;
  send: Send | undefined;
  reader: Subscriber;
  goesTo: Goal;
}

const MOST_DAYS = 366;
/** An instant reader may have an edition an hour. */
const MOST_EDITIONS_A_DAY = 24;
const READERS_AT_ONCE = 8;

/** Prints the editions of the last days, the newest first: who got what, and of what nobody knows whether they did. */
export async function digestStatusCommand(
  options: DigestStatusOptions,
  needs: DigestStatusNeeds,
  io: CommandIo,
): Promise<void> {
  const days = readDays(options.days ?? '3', MOST_DAYS);
  const sentTo = options.sentTo === undefined ? undefined : typedAddress(options.sentTo);
  const { subscriber } = options;
  const readers =
    subscriber === undefined
      ? await needs.subscriberStore.list()
      : [await findSubscriber(subscriber, needs.subscriberStore)];
  const shown: ShownEdition[] = [];
  for (let from = 0; from < readers.length; from += READERS_AT_ONCE) {
    const batch = readers.slice(from, from + READERS_AT_ONCE);
    shown.push(...(await Promise.all(batch.map((reader) => editionsOf(reader, days, needs)))).flat());
  }
  const listed = sentTo === undefined ? shown : await sentOnlyTo(sentTo, shown, needs);
  listed.sort((a, b) => b.edition.createdAt.localeCompare(a.edition.createdAt));

  if (options.json) return io.stdout(JSON.stringify(listed.map(asJson), null, 2));
  if (listed.length > 0) {
    const headings = ['edition', 'articles', 'end', 'tries', 'at (UTC)', 'to', 'why'];
    io.stdout(textTable(headings, listed.map(asRow)));
  }
  io.stderr(summaryOf(listed, days));
}

async function editionsOf(reader: Subscriber, days: number, needs: DigestStatusNeeds): Promise<ShownEdition[]> {
  const { editionStore, now } = needs;
  const fromDate = dayBefore(localTime(now().toISOString(), reader.zone).date, days - 1);
  const most = days * MOST_EDITIONS_A_DAY;
  const editions = await editionStore.listRecent(reader.subscriberId, { fromDate, most });
  return Promise.all(
    editions.map(async (edition) => {
      const send = await editionStore.getSend(edition.editionId);
      return { edition, send, reader, goesTo: await goalOf(send, reader, needs), ...editionEnd(edition, send, now()) };
    }),
  );
}

async function goalOf(send: Send | undefined, { address }: Subscriber, needs: DigestStatusNeeds): Promise<Goal> {
  if (send?.claimedAt === undefined) return 'own';
  if (send.mailboxId === undefined) return 'not-recorded';
  return send.mailboxId === (await mailboxIdOf(address, needs)) ? 'own' : 'former';
}

/** The key is asked for only where a record has a hash: a reading command never makes the key. */
async function sentOnlyTo(address: string, shown: readonly ShownEdition[], needs: DigestStatusNeeds) {
  const hashed = shown.filter(({ send }) => send?.mailboxId !== undefined);
  if (hashed.length === 0) return [];
  const wanted = await mailboxIdOf(address, needs);
  return hashed.filter(({ send }) => send?.mailboxId === wanted);
}

const mailboxIdOf = async (address: string, { mailboxKeyStore }: DigestStatusNeeds): Promise<string> =>
  hashMailbox(address, await mailboxKeyStore.get());

const asJson = ({ edition, send, reader, goesTo, end, reason }: ShownEdition) => ({
  editionId: edition.editionId,
  subscriberId: edition.subscriberId,
  /** The reader's now; `goesTo` says whether the mail went there. */
  address: reader.address,
  goesTo,
  localDate: edition.localDate,
  end,
  reason,
  state: edition.state,
  from: edition.from,
  to: edition.to,
  coverageCount: edition.coverageCount,
  tries: send?.tries ?? 0,
  claimedAt: send?.claimedAt,
  sentAt: send?.sentAt,
  messageId: send?.messageId,
});

const asRow = ({ edition, send, reader, goesTo, end, reason = '' }: ShownEdition) => [
  edition.editionId,
  String(edition.coverageCount ?? '–'),
  end,
  String(send?.tries ?? 0),
  (send?.sentAt ?? send?.claimedAt ?? edition.createdAt).slice(0, 16).replace('T', ' '),
  goesTo === 'own' ? reader.address : `${GOALS[goesTo]} (now ${reader.address})`,
  reason,
];

const GOALS = { former: 'an earlier address of theirs', 'not-recorded': 'not recorded' } as const;

function summaryOf(shown: readonly ShownEdition[], days: number): string {
  const counts = Object.entries(Object.groupBy(shown, ({ end }) => end)).map(([end, of]) => `${of.length} ${end}`);
  const total = `${shown.length} ${shown.length === 1 ? 'edition' : 'editions'} of ${days} ${days === 1 ? 'day' : 'days'}`;
  const said = counts.length === 0 ? total : `${total}: ${counts.join(', ')}`;
  return shown.some(({ end }) => end === 'unknown')
    ? `${said}\nunknown: nothing is sent again by itself; docs/runbook.md, "A mail of unknown end"`
    : said;
}
