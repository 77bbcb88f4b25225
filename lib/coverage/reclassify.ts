import type { Item } from '../feeds/item.ts';
import type { ItemScan } from '../feeds/item-scan.ts';
import { doAtOnce } from '../records/do-at-once.ts';
import type { CoverageStore } from './coverage-store.ts';
import { daysBetween } from './days.ts';
import { type Move, newReclassification, type Reclassification } from './reclassification.ts';
import { type ReclassifyItemNeeds, reclassifyItem } from './reclassify-item.ts';
import { type ReclassifyRecordNeeds, reclassifyRecord } from './reclassify-record.ts';
import { wasTold } from './tell-item.ts';

export interface ReclassifyNeeds extends ReclassifyRecordNeeds, ReclassifyItemNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded' | 'relabel' | 'add' | 'get'>;
  itemStore: ReclassifyRecordNeeds['itemStore'];
  itemScan: ItemScan;
  now: () => Date;
}

export interface ReclassifyWish {
  /** Recorded, or first seen, then or later; ISO 8601. */
  since: string;
  /** Judges and changes nothing. */
  isDryRun?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** Texts that are read from the archive at once. */
const AT_ONCE = 10;

/**
 * Applies the rules of now to what is stored: to every record, and to the texts of items that ended off topic. Records come
 * day by day from the oldest, then the items. Each article is written for itself and only as it was read, so that it may
 * be broken off and done again: what was done is found done, and nothing is done twice.
 *
 * @param onProgress told what is being looked at, after each day and each page of items
 */
export async function reclassify(
  wish: ReclassifyWish,
  needs: ReclassifyNeeds,
  onProgress: (report: Reclassification, where: string) => void = () => {},
): Promise<Reclassification> {
  const { ruleSetVersion } = needs.classify({ title: '', text: '' });
  const report = newReclassification(ruleSetVersion);
  const at = needs.now().toISOString();
  const run = { report, at, isDryRun: wish.isDryRun === true };
  const firstDay = wish.since.slice(0, 10);
  for (const day of daysBetween(firstDay, at.slice(0, 10))) {
    if (wish.signal?.aborted) return inOrder(report);
    const from = day === firstDay ? wish.since : `${day}T00:00:00.000Z`;
    const records = await needs.coverageStore.listRecorded(from, `${day}T24:00:00.000Z`);
    await doAtOnce(records, AT_ONCE, (record) => reclassifyRecord(record, run, needs), wish.signal);
    onProgress(report, `recorded on ${day}`);
  }
  for await (const { items, looked } of needs.itemScan.pages(wish.since)) {
    if (wish.signal?.aborted) break;
    await doAtOnce(items.filter(isJudgeable), AT_ONCE, (item) => reclassifyItem(item, run, needs), wish.signal);
    onProgress(report, `of ${looked} items looked at`);
  }
  return inOrder(report);
}

/** Articles are judged several at once, and end in any order. */
function inOrder(report: Reclassification): Reclassification {
  const order = (a: Move, b: Move) =>
    a.recordedAt.localeCompare(b.recordedAt) || a.articleId.localeCompare(b.articleId);
  return { ...report, moves: report.moves.toSorted(order) };
}

/** An item that was put off topic with its record is judged with it. */
const isJudgeable = (item: Item): item is Item & { articleKey: string } =>
  item.outcome === 'off-topic' && item.articleKey !== undefined && !wasTold(item);
