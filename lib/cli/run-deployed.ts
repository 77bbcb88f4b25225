import { UserError } from '../errors.ts';
import { type PollFeedsNeeds, pollFeeds } from '../feeds/poll-feeds.ts';
import type { QueueDepth } from './check-operation.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';

export interface RunDeployedNeeds extends PollFeedsNeeds {
  queueDepths: () => Promise<QueueDepth[]>;
  /** Ends early when the signal is given. */
  pause: (milliseconds: number) => Promise<void>;
  signal: AbortSignal;
}

export interface RunDeployedOptions {
  /** Until the queues are empty. */
  wait?: boolean | undefined;
  json?: boolean | undefined;
}

const BETWEEN_LOOKS_MILLISECONDS = 5_000;
/** The numbers of SQS lag by up to a minute: what looks empty for so long is. */
const EMPTY_LOOKS = 6;
/** What has not moved for so long was put off by its host, or fails. */
const STILL_LOOKS = 180;

/**
 * `vigil --stack NAME run --once`: queues every feed that may be asked, whether due or not. The deployed functions read
 * them; nothing is fetched from here.
 */
export async function runDeployedCommand(
  options: RunDeployedOptions,
  needs: RunDeployedNeeds,
  io: CommandIo,
): Promise<void> {
  const { queued, held } = await pollFeeds({ pollAll: true }, needs);
  if (!options.json) {
    const waiting = held > 0 ? `; ${held} are not asked yet, as their servers or failures want it` : '';
    io.stdout(`${queued} feeds queued for the stack’s functions${waiting}`);
  }
  const left = options.wait ? await untilEmpty(needs, io) : undefined;
  if (options.json) io.stdout(JSON.stringify({ queued, held, ...(left && { left }) }, null, 2));
  if (left === undefined) return;
  if (needs.signal.aborted) throw new UserError('stopped waiting; the stack’s functions go on', 130);
  const waiting = totalOf(left);
  if (waiting > 0) {
    throw new UserError(`${waiting} messages have not moved for 15 minutes: "vigil doctor" says why, or wait on`);
  }
  if (!options.json) {
    const dead = left.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
    io.stdout(`the queues are empty${dead > 0 ? `; ${dead} dead letters: "vigil redrive --dry-run" shows them` : ''}`);
  }
}

async function untilEmpty({ queueDepths, pause, signal }: RunDeployedNeeds, io: CommandIo): Promise<QueueDepth[]> {
  const note = createProgressNote(io);
  let [depths, empty, still] = [await queueDepths(), 0, 0];
  while (!signal.aborted && empty < EMPTY_LOOKS && still < STILL_LOOKS) {
    await pause(BETWEEN_LOOKS_MILLISECONDS);
    const before = totalOf(depths);
    depths = await queueDepths();
    empty = totalOf(depths) === 0 ? empty + 1 : 0;
    still = totalOf(depths) === before && before > 0 ? still + 1 : 0;
    note(() => depths.map(({ name, waiting }) => `${name}: ${waiting} waiting`).join(', '));
  }
  return depths;
}

const totalOf = (depths: readonly QueueDepth[]) => depths.reduce((sum, { waiting }) => sum + waiting, 0);
