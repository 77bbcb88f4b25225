import { UserError } from '../errors.ts';
import { accountOf, type DeadLetter, type DeadLetterAccount } from '../feeds/dead-letter.ts';
import type { DeadLetterQueue } from '../feeds/dead-letter-queue.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';
import { textTable } from './text-table.ts';

export interface RedriveNeeds {
  deadLetterQueues: readonly DeadLetterQueue[];
  signal: AbortSignal;
}

export interface RedriveOptions {
  dryRun?: boolean | undefined;
  json?: boolean | undefined;
}

/** What became of the dead letters of one queue. */
interface Redriven {
  queue: string;
  /** Before, about. */
  waiting: number;
  moved: number;
  /** Those that were moved; of a dry run, those that could be seen. */
  letters: DeadLetterAccount[];
}

const SHOWN_LETTERS = 30;

/**
 * Brings dead letters back to their queues, and says what they are. A letter is sent before it is ended: killed in the
 * middle, none is lost, and one that is in both places is read twice, which changes nothing.
 */
export async function redriveCommand(
  queueName: string | undefined,
  options: RedriveOptions,
  needs: RedriveNeeds,
  io: CommandIo,
): Promise<void> {
  const queues = needs.deadLetterQueues.filter(({ name }) => queueName === undefined || name === queueName);
  if (queues.length === 0) {
    const names = needs.deadLetterQueues.map(({ name }) => name).join(', ');
    throw new UserError(`redrive ${queueName}: there is no such queue; choose one of ${names}`, 2);
  }
  const redriven: Redriven[] = [];
  for (const queue of queues) {
    if (!needs.signal.aborted) redriven.push(await redrive(queue, options, needs, io));
  }
  if (options.json) io.stdout(JSON.stringify({ dryRun: options.dryRun === true, queues: redriven }, null, 2));
  else for (const one of redriven) print(one, options, io);
  if (needs.signal.aborted) throw new UserError('stopped; what was not moved stays where it was', 130);
}

async function redrive(
  queue: DeadLetterQueue,
  { dryRun = false }: RedriveOptions,
  { signal }: RedriveNeeds,
  io: CommandIo,
): Promise<Redriven> {
  const result: Redriven = { queue: queue.name, waiting: await queue.count(), moved: 0, letters: [] };
  const note = createProgressNote(io);
  const sentNow = new Set<string>();
  const held: DeadLetter[] = [];
  try {
    while (!signal.aborted) {
      const taken = await queue.take();
      if (taken.length === 0) break;
      // What failed again since this began would be moved for ever.
      const isBack = ({ messageId }: DeadLetter) => sentNow.has(messageId);
      const letters = taken.filter((letter) => !isBack(letter));
      held.push(...taken.filter((letter) => dryRun || isBack(letter)));
      if (!dryRun && letters.length > 0) {
        for (const id of await queue.sendBack(letters)) sentNow.add(id);
        result.moved += letters.length;
      }
      result.letters.push(...letters.map((letter) => accountOf(letter, queue.name)));
      note(() => `${queue.name}: ${result.letters.length} of about ${result.waiting}`);
    }
  } finally {
    await queue.release(held);
  }
  return result;
}

function print({ queue, waiting, moved, letters }: Redriven, { dryRun = false }: RedriveOptions, io: CommandIo): void {
  if (letters.length === 0) {
    const unseen = waiting > 0 ? `; about ${waiting} are being looked at by another, try again in two minutes` : '';
    io.stdout(`${queue}: no dead letters${unseen}`);
    return;
  }
  const unseen = waiting - letters.length;
  const more = dryRun && unseen > 0 ? `, and about ${unseen} behind them of the same hosts` : '';
  io.stdout(`${queue}: ${dryRun ? `${letters.length} would be moved${more}` : `${moved} moved`} (${kindsOf(letters)})`);
  // Those that failed most come first: they will most likely fail again.
  const worst = letters.toSorted((a, b) => b.redrives - a.redrives || b.receives - a.receives);
  const rows = worst.slice(0, SHOWN_LETTERS).map(({ kind, host = '–', feedId = '–', articleId = '–', ...letter }) => {
    const before = letter.redrives === 0 ? '–' : `${letter.redrives} ×`;
    return [kind, host, feedId, articleId, String(letter.receives), before, letter.messageId];
  });
  io.stdout(textTable(['kind', 'host', 'feed', 'article', 'receives', 'moved before', 'message'], rows));
  if (letters.length > SHOWN_LETTERS) io.stdout(`and ${letters.length - SHOWN_LETTERS} more; --json shows them all`);
}

function kindsOf(letters: readonly DeadLetterAccount[]): string {
  const kinds = Object.groupBy(letters, ({ kind }) => kind);
  return Object.entries(kinds)
    .map(([kind, ofKind]) => `${ofKind?.length ?? 0} ${kind}`)
    .join(', ');
}
