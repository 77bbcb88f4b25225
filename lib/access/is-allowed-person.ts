import type { Person } from './person.ts';

/**
 * Whether a list of mail addresses (`reader@example.org`) and domains (`@example.org`, without those below it) names
 * the person. An empty list leaves the choice to the issuer. A person without a verified address is on no list.
 */
export function isAllowedPerson({ address }: Pick<Person, 'address'>, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const name = address?.toLowerCase();
  return name !== undefined && allowed.some((entry) => entry === name || entry === name.slice(name.lastIndexOf('@')));
}
