import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isHeld } from '../digest/is-held.ts';
import { newSubscriber } from '../digest/new-subscriber.ts';
import { defaultSettings, ReaderSettings, Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import { describeIssues } from '../feeds/parse-entries.ts';
import type { CommandIo } from './command-io.ts';
import { findRefusal } from './find-refusal.ts';
import { invite, type SubscribersInviteNeeds, whyNotInvited } from './subscribers-invite.ts';

/** One reader as a list that is handed on has them; what is absent is as for a new reader. */
const Listed = z.strictObject({
  address: Subscriber.shape.address,
  ...ReaderSettings.partial().shape,
  zone: ReaderSettings.shape.zone.default('UTC'),
  hour: ReaderSettings.shape.hour.default(7),
  language: ReaderSettings.shape.language.default('en'),
  /** Who left, or refused, does not come back by a list. */
  state: Subscriber.shape.state.default('active'),
  /** Absent where they paused it themselves, or are not paused. */
  isPausedByOperator: z.literal(true).optional(),
});
const List = z.strictObject({ version: z.literal(1), subscribers: z.array(z.unknown()) });

/** Prints the readers as JSON that `import` takes: addresses, settings and states, no ids and no links. */
export async function subscribersExportCommand(
  _options: object,
  { subscriberStore }: { subscriberStore: Pick<SubscriberStore, 'list'> },
  io: CommandIo,
): Promise<void> {
  const subscribers = (await subscriberStore.list()).map((reader) => ({
    address: reader.address,
    ...ReaderSettings.parse(reader),
    state: reader.state,
    ...(isHeld(reader) && { isPausedByOperator: true }),
  }));
  io.stdout(JSON.stringify({ version: 1, subscribers }, null, 2));
  io.stderr(`${subscribers.length} ${subscribers.length === 1 ? 'subscriber' : 'subscribers'}`);
}

export interface SubscribersImportOptions {
  /** They are known to want it: no mail asks them. */
  confirmed?: boolean | undefined;
  json?: boolean | undefined;
}

/**
 * Takes in a list: the JSON of `export`, or a text with one address a line. Every active address is asked by mail,
 * unless `--confirmed`; paused and unsubscribed ones are added as what they are. Whoever is there stays as they are, and
 * whose mailbox said no before is left out: `subscribers add` says of each why.
 *
 * @throws UserError before anything is changed when an entry does not fit
 */
export async function subscribersImportCommand(
  path: string,
  { confirmed, json }: SubscribersImportOptions,
  needs: SubscribersInviteNeeds,
  io: CommandIo,
): Promise<void> {
  const entries = parseList(path, await readText(path));
  const [readers, open] = await Promise.all([needs.subscriberStore.list(), needs.confirmationStore.list()]);
  const counts = { added: 0, invited: 0, there: 0, refused: 0 };
  const seen = new Set<string>();
  for (const { address, state, isPausedByOperator = false, ...given } of entries) {
    const name = address.toLowerCase();
    if (seen.has(name) || whyNotInvited(address, readers, open) !== undefined || isThere(name, readers)) {
      counts.there += 1;
      continue;
    }
    seen.add(name);
    if (state === 'active' && (await findRefusal(address, readers, needs)) !== undefined) {
      counts.refused += 1;
      continue;
    }
    const settings = ReaderSettings.parse({ ...defaultSettings, ...given });
    if (state === 'active' && !confirmed) {
      await invite(address, settings, needs);
      counts.invited += 1;
      continue;
    }
    const subscriberId = needs.newSubscriberId?.() ?? randomBytes(8).toString('hex');
    const reader = newSubscriber({ subscriberId, address, ...settings }, needs.now());
    const pause = isPausedByOperator || state === 'paused' ? { isPausedByOperator } : {};
    const reason = state === 'active' ? {} : { stateReason: 'imported so', ...pause };
    counts[(await needs.subscriberStore.add({ ...reader, state, ...reason })) ? 'added' : 'there'] += 1;
  }
  if (json) return io.stdout(JSON.stringify(counts, null, 2));
  io.stdout(
    `${counts.added} added, ${counts.invited} asked to confirm, ${counts.there} there already, ${counts.refused} whose mailbox said no before`,
  );
}

const isThere = (name: string, readers: readonly Subscriber[]) =>
  readers.some(({ address }) => address.toLowerCase() === name);

function parseList(path: string, text: string): z.infer<typeof Listed>[] {
  const rows = text.trimStart().startsWith('{') ? rowsOfJson(path, text) : rowsOfLines(text);
  return rows.map((row, index) => {
    const parsed = Listed.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new UserError(`${path}: subscriber ${index + 1}: ${describeIssues(parsed.error)}; nothing was changed`);
  });
}

function rowsOfJson(path: string, text: string): unknown[] {
  try {
    const parsed = List.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data.subscribers;
    throw new UserError(`${path}: ${describeIssues(parsed.error)}; give what "vigil subscribers export" prints`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: is no JSON (${(error as Error).message}); correct the file`, 1, { cause: error });
  }
}

/** Blank lines and those that begin with `#` say nothing. */
const rowsOfLines = (text: string): unknown[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((address) => ({ address }));

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(`${path}: cannot be read (${code}); give a file`, 1, { cause: error });
  }
}
