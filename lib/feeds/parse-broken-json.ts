/** Deeper JSON is no feed, and parsers that call themselves run out of stack on it. */
const MAX_DEPTH = 200;

/**
 * The value of JSON text, mended where it does not parse: raw line breaks in strings, commas before a closing bracket,
 * a text that stops in the middle (it is cut after the last whole value and closed).
 *
 * @returns no value when nothing can be saved
 */
export function parseBrokenJson(text: string): { value: unknown; repairs: string[] } {
  const { mended, closings, isTooDeep } = mendJson(text);
  if (isTooDeep) return { value: undefined, repairs: [] };
  const whole = tryParse(text);
  if (whole !== undefined) return { value: whole, repairs: [] };
  const value = tryParse(mended) ?? tryParse(mended + closings);
  return { value, repairs: value === undefined ? [] : [closings === '' ? 'broken JSON' : 'cut off at the end'] };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One walk over the text: strings made safe, and the place after the last value that is whole. */
function mendJson(text: string): { mended: string; closings: string; isTooDeep: boolean } {
  const out: string[] = [];
  const open: string[] = [];
  let safeLength = 0;
  let safeOpen = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^\s{}[\],:"]+|\s+|"/g)) {
    if (token === '"') break;
    if (token === '{' || token === '[') open.push(token === '{' ? '}' : ']');
    if (open.length > MAX_DEPTH) return { mended: '', closings: '', isTooDeep: true };
    if (token === '}' || token === ']') {
      while (out.length > 0 && /^[,\s]+$/.test(out.at(-1) as string)) out.pop();
      open.pop();
    }
    const isText = token.startsWith('"');
    out.push(isText ? escapeControls(token) : token);
    if (token === '}' || token === ']') {
      safeLength = out.length;
      safeOpen = open.length;
      if (open.length === 0) break;
    }
  }
  const closings = open.slice(0, safeOpen).reverse().join('');
  return { mended: out.slice(0, safeLength).join(''), closings, isTooDeep: false };
}

function escapeControls(text: string): string {
  return text.replace(/[\u0000-\u001f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
