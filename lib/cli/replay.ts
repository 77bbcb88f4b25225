import { UserError } from '../errors.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { type ReplayedEnd, type ReplayNeeds, type ReplayReport, replayItems } from '../feeds/replay-items.ts';
import type { CommandIo } from './command-io.ts';
import { findFeed } from './find-feed.ts';
import { createProgressNote } from './progress-note.ts';
import { readSince } from './read-since.ts';

export interface ReplayOptions {
  since: string;
  /** Comma-separated. */
  outcome?: string | undefined;
  /** Id or address. */
  feed?: string | undefined;
  dryRun?: boolean | undefined;
  json?: boolean | undefined;
}

export interface ReplayCommandNeeds extends ReplayNeeds {
  feedStore: Pick<FeedStore, 'get' | 'list'>;
  signal: AbortSignal;
}

/** What went wrong by chance, and may go right now. */
const BY_DEFAULT: readonly ReplayedEnd[] = ['none', 'unavailable', 'unreadable'];
/** What is in the table stays there, and a duplicate's article was read under its other address. */
const REPLAYABLE: readonly ReplayedEnd[] = [
  ...BY_DEFAULT,
  'blocked',
  'off-topic',
  'passing-mention',
  'over-limit',
  'too-old',
];

/** Puts items first seen since a time through the pipeline again. What is in the coverage table is never taken out. */
export async function replayCommand(options: ReplayOptions, needs: ReplayCommandNeeds, io: CommandIo): Promise<void> {
  const since = readSince(options.since, needs.now());
  const ends = readEnds(options.outcome);
  const feed = options.feed === undefined ? undefined : await findFeed(options.feed, needs.feedStore);
  const note = createProgressNote(io);
  const report = await replayItems(
    { since, ends, feedId: feed?.feedId, isDryRun: options.dryRun, signal: needs.signal },
    needs,
    ({ looked, sent }) => note(() => `${looked} items looked at, ${totalOf(sent)} sent`),
  );
  const total = totalOf(report.sent);
  if (options.json)
    io.stdout(JSON.stringify({ dryRun: options.dryRun === true, since, ends, ...report, total }, null, 2));
  else io.stdout(readable(report, total, since, options.dryRun === true));
  if (needs.signal.aborted) throw new UserError('stopped; what was sent is being read, run it again to go on', 130);
}

function readEnds(typed: string | undefined): readonly ReplayedEnd[] {
  if (typed === undefined) return BY_DEFAULT;
  const names = typed.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(REPLAYABLE as readonly string[]).includes(name));
  if (wrong === 'recorded' || wrong === 'duplicate') {
    const why =
      wrong === 'recorded' ? 'what is in the table stays there' : 'its article is read under its first address';
    throw new UserError(`--outcome ${wrong}: ${why}; choose of ${REPLAYABLE.join(', ')}`, 2);
  }
  if (wrong !== undefined) throw new UserError(`--outcome ${wrong}: choose of ${REPLAYABLE.join(', ')}`, 2);
  return names as ReplayedEnd[];
}

const totalOf = (sent: ReplayReport['sent']) => Object.values(sent).reduce((sum, number) => sum + number, 0);

function readable(
  { looked, sent, changed, listedElsewhere }: ReplayReport,
  total: number,
  since: string,
  isDryRun: boolean,
) {
  const ends = Object.entries(sent).map(([end, number]) => `${number} ${end === 'none' ? 'without an end' : end}`);
  const lines = [
    `${looked} items looked at; ${total} first seen since ${since} ${isDryRun ? 'would be sent' : 'sent'}${total > 0 ? `: ${ends.join(', ')}` : ''}`,
  ];
  if (changed > 0) lines.push(`${changed} changed while this ran, and were left as they are`);
  if (listedElsewhere > 0) lines.push(`${listedElsewhere} left out: another feed lists the same article`);
  if (total > 0 && !isDryRun)
    lines.push('they are read as "npm start", "vigil run --once" or a stack’s functions come to them');
  return lines.join('\n');
}
