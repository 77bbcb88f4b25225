import type { Coverage } from '../coverage/coverage.ts';
import type { Relation } from '../feeds/outlet.ts';

// Those who report on the campaign stand before those who speak for a side; unknown stays last until a person knows.
const RELATION_RANK: Record<Relation, number> = {
  independent: 0,
  agency: 0,
  rights: 1,
  igo: 1,
  exile: 2,
  state: 3,
  campaign: 3,
  blog: 4,
  unknown: 4,
};

/** Each doubling of the threshold is a step, at most three: a score is too rough to order articles by its last point. */
function scoreBand({ score, threshold }: Coverage): number {
  return score > 0 && threshold > 0 ? Math.min(3, Math.floor(Math.log2(score / threshold))) : 0;
}

/** Most important first: by score (in bands), independent voices first, then newest; equal ones by id. */
export function orderCoverage(coverage: readonly Coverage[]): Coverage[] {
  return coverage.toSorted(
    (a, b) =>
      scoreBand(b) - scoreBand(a) ||
      RELATION_RANK[a.relation] - RELATION_RANK[b.relation] ||
      Date.parse(b.publishedAt ?? b.recordedAt) - Date.parse(a.publishedAt ?? a.recordedAt) ||
      (a.articleId < b.articleId ? -1 : 1),
  );
}
