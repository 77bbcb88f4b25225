import type { Amount } from './find-amounts.ts';

const THOUSANDS: ReadonlySet<Amount['qualifierKind']> = new Set(['tens-of-thousands', 'several-thousand', 'thousands']);

/** Whether an amount is so many or more, or one of thousands without a number. */
export function countsThousands({ value, qualifierKind }: Amount, least: number): boolean {
  return value === undefined ? THOUSANDS.has(qualifierKind) : value >= least;
}
