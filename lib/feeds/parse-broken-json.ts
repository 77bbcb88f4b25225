/** Deeper JSON is no feed. */
const MAX_DEPTH = 200;

/**
 * The value of JSON text, mended where it does not parse: raw line breaks in strings, commas before a closing bracket,
 * a text that stops in the middle (it is cut after the last whole object or list and closed).
 *
 * @returns no value when nothing can be saved
 */
export function parseBrokenJson(text: string): { value: unknown; repairs: string[] } {
  const whole = tryParse(text);
  if (whole !== undefined) return { value: whole, repairs: [] };
  const { mended, isCut } = mendJson(text);
  const value = tryParse(mended);
  return { value, repairs: value === undefined ? [] : [isCut ? 'cut off at the end' : 'broken JSON'] };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One walk over the text. Pieces that stay are copied as they are; nothing after the last whole value is. */
function mendJson(text: string): { mended: string; isCut: boolean } {
  const out: string[] = [];
  const open: string[] = [];
  let from = 0;
  let comma = -1;
  let safe = { parts: 0, rest: '', closings: '' };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '"') {
      const end = endOfString(text, at);
      if (end < 0) break;
      const body = text.slice(at, end + 1);
      const escaped = escapeControls(body);
      if (escaped !== body) {
        out.push(text.slice(from, at), escaped);
        from = end + 1;
      }
      at = end;
      comma = -1;
    } else if (char === ',') {
      comma = at;
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']');
      if (open.length > MAX_DEPTH) break;
      comma = -1;
    } else if (char === '}' || char === ']') {
      if (comma >= from) {
        out.push(text.slice(from, comma));
        from = comma + 1;
      }
      open.pop();
      comma = -1;
      safe = { parts: out.length, rest: text.slice(from, at + 1), closings: open.toReversed().join('') };
      if (open.length === 0) break;
    } else if (char > ' ') comma = -1;
  }
  return { mended: out.slice(0, safe.parts).join('') + safe.rest + safe.closings, isCut: safe.closings !== '' };
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at;
  }
  return -1;
}

function escapeControls(text: string): string {
  return text.replace(/[\u0000-\u001f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
