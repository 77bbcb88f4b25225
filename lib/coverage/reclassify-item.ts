import type { PageArchive } from '../articles/page-archive.ts';
import type { Item } from '../feeds/item.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import { explainMove, moveOf } from './compare-labels.ts';
import type { CoverageStore } from './coverage-store.ts';
import { coverageOfItem, type EnterItemNeeds } from './enter-item.ts';
import { countChange, placeOf, type ReclassifyRun } from './reclassification.ts';
import { judge, type LabelNeeds } from './relabel-article.ts';
import { tellItem } from './tell-item.ts';

export interface ReclassifyItemNeeds extends LabelNeeds, EnterItemNeeds {
  coverageStore: Pick<CoverageStore, 'add' | 'get'>;
  itemStore: Pick<ItemStore, 'relabelItem'>;
  pageArchive: Pick<PageArchive, 'getArticle'>;
}

/** Records an item that ended off topic and is none any more. The record is written first, and the item told after it. */
export async function reclassifyItem(
  item: Item & { articleKey: string },
  { report, at, isDryRun }: ReclassifyRun,
  needs: ReclassifyItemNeeds,
): Promise<void> {
  const article = await needs.pageArchive.getArticle(item.articleKey);
  const classification = article && judge(article, needs);
  const isOffTopic = classification === undefined || classification.relevance === 'off-topic';
  const standing = isOffTopic ? undefined : await needs.coverageStore.get(item.articleId);
  if (standing) {
    // Recorded by a run of before that was broken off. The record itself is judged as one.
    if (standing.relevance !== 'off-topic' && !isDryRun) await tellItem(item, standing, at, needs);
    return;
  }
  report.judged.offTopic += 1;
  if (!article) {
    report.withoutText += 1;
    return;
  }
  if (isOffTopic) return countChange(report, 'none', article.language);
  const coverage = await coverageOfItem(item, article, classification, { isDryRun }, needs);
  if (!isDryRun) {
    if (!(await needs.coverageStore.add(coverage))) {
      report.changedMeanwhile += 1;
      return;
    }
    await tellItem(item, coverage, at, needs);
  }
  const move = moveOf('off-topic', coverage.relevance) ?? 'none';
  countChange(report, move, coverage.language);
  const reason = explainMove({ score: item.score, matches: [] }, coverage);
  report.moves.push({ ...placeOf(coverage), change: move, before: 'off-topic', after: coverage.relevance, reason });
}
