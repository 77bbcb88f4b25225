/** How often each key occurs, most first, equal ones in order of appearance; `first` is the first that had the key. */
export function countBy<Value, Key extends string>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): { key: Key; count: number; first: Value }[] {
  const counts = new Map<Key, { key: Key; count: number; first: Value }>();
  for (const value of values) {
    const key = keyOf(value);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { key, count: 1, first: value });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
