/** Does work for every entry, so many at once, in slices; stops between two slices when the signal is given. */
export async function doAtOnce<T>(
  entries: readonly T[],
  atOnce: number,
  work: (entry: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  for (let from = 0; from < entries.length && !signal?.aborted; from += atOnce) {
    await Promise.all(entries.slice(from, from + atOnce).map(work));
  }
}
