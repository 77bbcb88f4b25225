import type { PageArchive } from '../articles/page-archive.ts';
import type { Theme } from '../classification/classification.ts';
import { type CastVote, countVotes } from './count-votes.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageStore } from './coverage-store.ts';
import type { FeedbackStore } from './feedback-store.ts';

export interface ReaderLabelsNeeds {
  feedbackStore: Pick<FeedbackStore, 'list'>;
  coverageStore: Pick<CoverageStore, 'get'>;
  pageArchive: Pick<PageArchive, 'getArticle'>;
}

/** What readers say of one article, with its text. */
interface ReaderLabel {
  coverage: Coverage;
  title: string;
  text: string;
  /** What more of them say. A wrong theme says that it is relevant. */
  isRelevant: boolean;
  /** Present where somebody named themes: those that at least half of them named. */
  themes?: Theme[];
  votes: { for: number; against: number };
}

export interface ReaderLabels {
  labels: ReaderLabel[];
  /** Articles of which as many say the one thing as the other. */
  disputed: number;
  /** Articles that are not in the table any more, or not in the archive. */
  withoutText: number;
  /** Votes of programs, which do not count. */
  droppedVotes: number;
  /** Who gave the labels. */
  voters: number;
  /** The most labels that one voter gave and nobody else with them. */
  ofOneVoter: number;
}

/** One label for each article that readers voted on since a time, in the order of the last votes. */
export async function readerLabels(since: string, needs: ReaderLabelsNeeds): Promise<ReaderLabels> {
  const { counted, dropped } = countVotes(await needs.feedbackStore.list(since));
  const found = { labels: [] as ReaderLabel[], disputed: 0, withoutText: 0, droppedVotes: dropped.length };
  const voters = new Map<string, number>();
  for (const [articleId, votes] of Map.groupBy(counted, (vote) => vote.articleId)) {
    const against = votes.filter(({ verdict }) => verdict === 'not-relevant').length;
    const inFavour = votes.length - against;
    if (inFavour === against) {
      found.disputed += 1;
      continue;
    }
    const coverage = await needs.coverageStore.get(articleId);
    const article = coverage && (await needs.pageArchive.getArticle(coverage.articleKey));
    if (!coverage || !article) {
      found.withoutText += 1;
      continue;
    }
    for (const { voter } of votes) voters.set(voter, (voters.get(voter) ?? 0) + Number(votes.length === 1));
    const themes = themesOf(votes);
    found.labels.push({
      coverage,
      title: article.title,
      text: article.text,
      isRelevant: inFavour > against,
      ...(themes && inFavour > against && { themes }),
      votes: { for: inFavour, against },
    });
  }
  return { ...found, voters: voters.size, ofOneVoter: Math.max(0, ...voters.values()) };
}

function themesOf(votes: readonly CastVote[]): Theme[] | undefined {
  const named = votes.flatMap(({ verdict, themes }) => (verdict === 'wrong-theme' ? [themes ?? []] : []));
  if (named.length === 0) return undefined;
  const all = [...new Set(named.flat())].sort();
  return all.filter((theme) => named.filter((themes) => themes.includes(theme)).length * 2 >= named.length);
}
