import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { CoverageFilter, CoverageStore } from '../../lib/coverage/coverage-store.ts';

/** The coverage table in memory. */
export function createMemoryCoverageStore(
  records: readonly Coverage[] = [],
): CoverageStore & { records: () => Coverage[] } {
  const byId = new Map(records.map((record) => [record.articleId, record]));
  const when = ({ publishedAt, recordedAt }: Coverage) => publishedAt ?? recordedAt;
  const passes = (record: Coverage, { relevance, theme, language, outletId }: CoverageFilter) =>
    (relevance === undefined ? record.relevance !== 'off-topic' : record.relevance === relevance) &&
    (language ?? record.language) === record.language &&
    (outletId ?? record.outletId) === record.outletId &&
    (theme === undefined || record.themes.includes(theme));
  const sorted = (order: (a: Coverage, b: Coverage) => number) =>
    [...byId.values()].toSorted((a, b) => order(a, b) || a.articleId.localeCompare(b.articleId));
  return {
    records: () => sorted(() => 0),
    async add(record, over) {
      const former = byId.get(record.articleId);
      if (former && former.relevance !== over && former.relevance !== 'off-topic') return false;
      byId.set(record.articleId, record);
      return true;
    },
    async relabel(read, labels) {
      const record = byId.get(read.articleId);
      const keys = ['recordedAt', 'relevance', 'score', 'ruleSetVersion'] as const;
      if (!record || keys.some((key) => record[key] !== read[key])) return false;
      const { isLate: _isLate, lateReason: _lateReason, facts: _facts, ...kept } = record;
      byId.set(read.articleId, JSON.parse(JSON.stringify({ ...kept, ...labels })));
      return true;
    },
    get: async (articleId) => byId.get(articleId),
    query: async ({ fromDay, toDay }, filter = {}) =>
      sorted((a, b) => when(b).localeCompare(when(a))).filter(
        (record) => fromDay <= record.day && record.day <= toDay && passes(record, filter),
      ),
    listStory: async (storyId) =>
      sorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).filter((record) => record.storyId === storyId),
    wasRecordedBefore: async (outletId, before) =>
      [...byId.values()].some(
        (record) => record.outletId === outletId && record.relevance === 'relevant' && record.recordedAt < before,
      ),
    listRecorded: async (from, to) =>
      sorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).filter(
        ({ recordedAt }) => from <= recordedAt && recordedAt < to,
      ),
  };
}
