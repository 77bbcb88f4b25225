import type { Evidence } from './find-evidence.ts';
import { PAIRED_PARTS } from './text-parts.ts';

/** Names of parts in twos, `killing+year`: by the one that is first in the alphabet, then by the other. */
export type PairNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Made once: a name put together for each two of a sentence costs more than all else that is asked of them. */
export function namePairs(isWanted: (name: string) => boolean): PairNames {
  const parts = [...PAIRED_PARTS].sort();
  return new Map(
    parts.map((one, place) => {
      const others = parts.slice(place + 1).map((other) => [other, `${one}+${other}`] as const);
      return [one, new Map(others.filter(([, name]) => isWanted(name)))];
    }),
  );
}

/**
 * Parts that stand in one sentence say more than apart: a year and a rope, a court and a guard's name.
 *
 * @param parts the first words of each part in the sentence
 * @param names those that are asked for
 * @param found called with the words from the one to the other
 */
export function pairParts(
  parts: ReadonlyMap<string, Evidence>,
  names: PairNames,
  found: (name: string, first: Evidence, second: Evidence) => void,
): void {
  if (parts.size < 2) return;
  const own = [...parts.keys()].sort();
  for (let place = 0; place < own.length - 1; place += 1) {
    const one = own[place] as string;
    const named = names.get(one);
    const first = parts.get(one);
    if (!named || !first || named.size === 0) continue;
    for (let next = place + 1; next < own.length; next += 1) {
      const other = own[next] as string;
      const name = named.get(other);
      const second = name === undefined ? undefined : parts.get(other);
      if (name !== undefined && second) found(name, first, second);
    }
  }
}
