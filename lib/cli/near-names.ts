const MOST = 3;

/**
 * Those of the names that somebody may have meant, the nearest first, at most three: what begins like it or holds it,
 * and what a few letters more, fewer or others turn into it. Case and what is no letter or digit do not matter.
 */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const wanted = lettersOf(typed);
  if (wanted === '') return [];
  const mostEdits = Math.max(1, Math.floor(wanted.length / 4));
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, lettersOf(name), mostEdits) }))
    .filter(({ distance }) => distance <= mostEdits)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name }) => name);
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 80);

/** Nothing for what begins the same, half an edit for what holds it: two letters stand in every name. */
function distanceOf(wanted: string, name: string, mostEdits: number): number {
  if (wanted.length > 2 && name.startsWith(wanted)) return 0;
  if (wanted.length > 2 && name.includes(wanted)) return 0.5;
  return Math.abs(wanted.length - name.length) > mostEdits ? Number.POSITIVE_INFINITY : editsBetween(wanted, name);
}

/** Letters to put in, take out or change. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [place, other] of [...to].entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
