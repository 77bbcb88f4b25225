interface Open {
  isObject: boolean;
  /** Of the value that comes next. */
  key: string;
}

interface Places {
  /** Of the value at the path. */
  value?: { start: number; end: number };
  /** Of the objects on the way to it, by how many keys lead there: where they close, and whether they hold anything. */
  objects: Map<number, { close: number; isEmpty: boolean }>;
}

/**
 * The JSON with one number or text at a path set, and every other character as it was: what a person compares shows the
 * change alone. What is not there yet comes last in its object.
 *
 * @param json that JSON.parse takes, no key of an object twice  @param path keys of objects from the top
 */
export function changeJsonText(json: string, path: readonly string[], to: number | string): string {
  const { value, objects } = findPlaces(json, path);
  if (value) return json.slice(0, value.start) + JSON.stringify(to) + json.slice(value.end);
  const depth = Math.max(...objects.keys());
  const { close, isEmpty } = objects.get(depth) ?? { close: json.length, isEmpty: true };
  const [key = '', ...inner] = path.slice(depth);
  const held = inner.reduceRight((rest, name) => `{${JSON.stringify(name)}: ${rest}}`, JSON.stringify(to));
  const end = json.slice(0, close).trimEnd().length;
  return `${json.slice(0, end)}${isEmpty ? '' : ', '}${JSON.stringify(key)}: ${held}${json.slice(end)}`;
}

function findPlaces(json: string, path: readonly string[]): Places {
  const places: Places = { objects: new Map() };
  const open: Open[] = [];
  /** Keys in common from the top, where all that is open are objects on the way. */
  const onTheWay = () => open.every(({ isObject, key }, depth) => isObject && key === path[depth]);
  let last = '';
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const here = open.at(-1);
    if (token === '{' || token === '[') open.push({ isObject: token === '{', key: '' });
    else if (token === '}' || token === ']') {
      open.pop();
      if (token === '}' && onTheWay()) places.objects.set(open.length, { close: index, isEmpty: last === '{' });
    } else if (here?.isObject && (last === '{' || last === ',')) here.key = String(JSON.parse(token));
    else if (token !== ',' && token !== ':' && open.length === path.length && onTheWay()) {
      places.value = { start: index, end: index + token.length };
    }
    last = token;
  }
  return places;
}
