import type { OrdinalFact } from './facts.ts';
import type { OrdinalFinding } from './find-ordinals.ts';

const RANK = { anniversary: 0, 'years-on': 1, decades: 2 } as const;
/** The title counts for two places of the text. */
const TITLE_PLACES = 2;

/**
 * The ordinal that the text is about: the event's before another one's, one that the text ties to it before one that it
 * does not, an anniversary before a span of years, decades last; then the commonest.
 *
 * @param isRelevant whether the text is known to be on the subject: another event's anniversary is not its own
 */
export function chooseOrdinal(findings: readonly OrdinalFinding[], isRelevant: boolean): number | undefined {
  const places = new Map<string, { ordinal: number; rank: number; count: number }>();
  for (const { fact, isSure } of findings) {
    if (!isEligible(fact, isRelevant)) continue;
    const rank = RANK[fact.kind] + (isSure ? 0 : 3) + (fact.of === 'event' ? 0 : 6);
    const place = places.get(`${rank} ${fact.ordinal}`) ?? { ordinal: fact.ordinal, rank, count: 0 };
    place.count += fact.field === 'title' ? TITLE_PLACES : 1;
    places.set(`${rank} ${fact.ordinal}`, place);
  }
  return [...places.values()].toSorted((a, b) => a.rank - b.rank || b.count - a.count)[0]?.ordinal;
}

function isEligible({ of, isAtLeast }: OrdinalFact, isRelevant: boolean): boolean {
  return !isAtLeast && (of === 'event' || (of === 'other-event' && !isRelevant));
}
