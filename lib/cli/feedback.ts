import { countVotes } from '../coverage/count-votes.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import type { FeedbackStore } from '../coverage/feedback-store.ts';
import { type ReaderLabelsNeeds, readerLabels } from '../coverage/reader-labels.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import type { CommandIo } from './command-io.ts';
import type { GoldLine } from './read-gold.ts';
import { readSince } from './read-since.ts';
import { textTable } from './text-table.ts';

export interface FeedbackOptions {
  /** As typed; everything that is kept when absent. */
  since?: string | undefined;
  json?: boolean | undefined;
}

interface Clock {
  now: () => Date;
}

/** Feedback is kept for two years. */
const BEGINNING_DAYS = 731;

export const feedbackSince = (typed: string | undefined, now: Date): string =>
  readSince(typed ?? `${BEGINNING_DAYS}d`, now);

/** Prints the votes that count and those of programs, which do not, the oldest first. */
export async function feedbackListCommand(
  options: FeedbackOptions,
  needs: Clock & { feedbackStore: Pick<FeedbackStore, 'list'>; coverageStore: Pick<CoverageStore, 'get'> },
  io: CommandIo,
): Promise<void> {
  const since = feedbackSince(options.since, needs.now());
  const { counted, dropped } = countVotes(await needs.feedbackStore.list(since));
  if (options.json) return io.stdout(JSON.stringify({ since, counted, dropped }, null, 2));
  const ids = [...new Set([...counted, ...dropped].map(({ articleId }) => articleId))];
  const titles = new Map<string, string>();
  for (const id of ids) titles.set(id, (await needs.coverageStore.get(id))?.title ?? '(not in the table any more)');
  const rowOf = (counts: string) => (vote: (typeof counted)[number]) => [
    vote.at.slice(0, 16).replace('T', ' '),
    vote.voter,
    vote.themes ? `${vote.verdict}: ${vote.themes.join(' ') || 'none'}` : vote.verdict,
    counts,
    vote.ruleSetVersion,
    vote.articleId,
    titles.get(vote.articleId) ?? '',
  ];
  const rows = [...counted.map(rowOf('yes')), ...dropped.map(rowOf('no'))].sort(([a = ''], [b = '']) =>
    a.localeCompare(b),
  );
  if (rows.length > 0) {
    io.stdout(withoutUnseen(textTable(['at', 'voter', 'verdict', 'counts', 'rule set', 'article', 'title'], rows)));
  }
  const voters = new Set(counted.map(({ voter }) => voter)).size;
  io.stderr(
    `${counted.length} votes of ${voters} ${voters === 1 ? 'voter' : 'voters'}; ${dropped.length} dropped, too fast for a person`,
  );
}

/** A line of the export: what "rules test --gold" reads, and how many said so. */
type ExportedLine = GoldLine & { votes: { for: number; against: number } };

/** Prints one labelled text for each article that readers agree on, as JSON lines that "rules test --gold" reads. */
export async function feedbackExportCommand(
  options: FeedbackOptions,
  needs: Clock & ReaderLabelsNeeds,
  io: CommandIo,
): Promise<void> {
  const since = feedbackSince(options.since, needs.now());
  const { labels, disputed, withoutText, droppedVotes } = await readerLabels(since, needs);
  const lines = labels.map(({ coverage, title, text, isRelevant, themes, votes }): ExportedLine => {
    const label = { id: coverage.articleId, lang: coverage.language, relevant: isRelevant, ...(themes && { themes }) };
    return { ...label, title, text, votes };
  });
  if (options.json) io.stdout(JSON.stringify(lines, null, 2));
  else if (lines.length > 0) io.stdout(lines.map((line) => JSON.stringify(line)).join('\n'));
  const relevant = labels.filter(({ isRelevant }) => isRelevant).length;
  io.stderr(
    `${labels.length} articles: ${relevant} relevant, ${labels.length - relevant} not; left out: ${disputed} disputed, ${withoutText} without their text, ${droppedVotes} votes of programs`,
  );
}
