import type { Article } from '../articles/article.ts';
import type { PageArchive } from '../articles/page-archive.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import { explainMove, moveOf } from './compare-labels.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageStore } from './coverage-store.ts';
import { factTextOf } from './labels.ts';
import { countChange, placeOf, type ReclassifyRun } from './reclassification.ts';
import { type LabelNeeds, relabelArticle } from './relabel-article.ts';
import type { PlaceInStory, StoryPlace } from './story-place.ts';
import { isOutcomeOfLabels, outcomeOf, tellItem } from './tell-item.ts';

export interface ReclassifyRecordNeeds extends LabelNeeds {
  coverageStore: Pick<CoverageStore, 'relabel'>;
  itemStore: Pick<ItemStore, 'listItems' | 'relabelItem'>;
  pageArchive: Pick<PageArchive, 'getArticle'>;
  placeInStory: PlaceInStory;
}

/** Gives one record the labels of now, when they are others, and its items the end that goes with them. */
export async function reclassifyRecord(
  coverage: Coverage,
  { report, at, isDryRun }: ReclassifyRun,
  needs: ReclassifyRecordNeeds,
): Promise<void> {
  report.judged.coverage += 1;
  const article = await needs.pageArchive.getArticle(coverage.articleKey);
  if (!article) {
    report.withoutText += 1;
    return;
  }
  const { change, labels } = relabelArticle(coverage, article, needs, at);
  const after = { ...coverage, ...labels };
  if (change !== 'none' && !isDryRun) {
    const place = isNewOfStories(coverage, after) ? await placeRecord(after, article, needs) : {};
    if (!(await needs.coverageStore.relabel(coverage, { ...labels, ...place }))) {
      report.changedMeanwhile += 1;
      return;
    }
  }
  countChange(report, change, after.language);
  const move = moveOf(coverage.relevance, after.relevance);
  if (move) {
    const [before, reason] = [coverage.relevance, explainMove(coverage, after)];
    report.moves.push({ ...placeOf(after), change: move, before, after: after.relevance, reason });
  }
  // Asked of whatever has moved at some time: an earlier run may have been broken off between a record and its item.
  const hasMoved = labels.formerLabels?.some(({ relevance }) => relevance !== after.relevance);
  if (!hasMoved || isDryRun) return;
  for (const item of await needs.itemStore.listItems(coverage.articleId)) {
    if (isOutcomeOfLabels(item.outcome) && item.outcome !== outcomeOf(after.relevance)) {
      await tellItem(item, after, at, needs);
    }
  }
}

/** What was relevant once has its place, and keeps it. */
const isNewOfStories = (before: Coverage, after: Coverage) =>
  after.relevance === 'relevant' &&
  before.relevance !== 'relevant' &&
  !before.formerLabels?.some(({ relevance }) => relevance === 'relevant');

/** The place that it would have had as a new record. */
async function placeRecord(
  coverage: Coverage,
  article: Article,
  { itemStore, findFacts, placeInStory }: ReclassifyRecordNeeds,
): Promise<StoryPlace> {
  const { articleId, outletId, language, publishedAt, recordedAt } = coverage;
  const [first] = await itemStore.listItems(articleId);
  const facts = coverage.facts ?? findFacts(factTextOf(article, coverage, publishedAt));
  const seenAt = first?.firstSeenAt ?? recordedAt;
  return placeInStory({ articleId, outletId, language, article, facts, publishedAt, seenAt });
}
