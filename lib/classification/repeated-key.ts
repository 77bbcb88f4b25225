/**
 * The first key that an object of the JSON has twice, as the way to it ("languages.en.terms.event/x"): of two entries of one
 * name JSON.parse silently keeps the last.
 *
 * @param json that JSON.parse takes
 * @returns undefined where every key stands once
 */
export function repeatedKey(json: string): string | undefined {
  const open: { keys: Set<string> | undefined; key: string }[] = [];
  let isKeyNext = false;
  for (const { 0: token } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const here = open.at(-1);
    if (token === '{' || token === '[') open.push({ keys: token === '{' ? new Set() : undefined, key: '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && isKeyNext && here?.keys) {
      here.key = String(JSON.parse(token));
      if (here.keys.has(here.key)) return open.flatMap(({ keys, key }) => (keys ? [key] : [])).join('.');
      here.keys.add(here.key);
    }
    isKeyNext = token === '{' || (token === ',' && open.at(-1)?.keys !== undefined);
  }
  return undefined;
}
