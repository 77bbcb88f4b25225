import { Role } from './lexicon.ts';

/** A role of a term, or of a confusable event. */
export type TermRole = Role | 'confusable';

const BITS = Object.fromEntries([...Role.options, 'confusable'].map((role, place) => [role, 1 << place])) as Readonly<
  Record<TermRole, number>
>;

export const bitOf = (role: TermRole): number => BITS[role];

/** Roles as one number, so that a sentence is asked for several with one look. */
export function roleBitsOf(roles: Iterable<TermRole>): number {
  let bits = 0;
  for (const role of roles) bits |= BITS[role];
  return bits;
}

export const hasRoles = (bits: number, wanted: number): boolean => (bits & wanted) === wanted;
