import type { Carriage } from './group-carriage.ts';

/** However much one outlet publishes, others are heard too. */
const LEADING_OF_ONE_OUTLET = 2;

/** Parts the entries into those shown in full, at most two of one outlet, and the rest; both keep their order. */
export function pickLeading(entries: readonly Carriage[], count: number): { leading: Carriage[]; rest: Carriage[] } {
  const perOutlet = new Map<string, number>();
  const leading: Carriage[] = [];
  const rest: Carriage[] = [];
  for (const entry of entries) {
    const { outletId } = entry.first;
    const taken = perOutlet.get(outletId) ?? 0;
    if (leading.length < count && taken < LEADING_OF_ONE_OUTLET) {
      perOutlet.set(outletId, taken + 1);
      leading.push(entry);
    } else {
      rest.push(entry);
    }
  }
  return { leading, rest };
}
