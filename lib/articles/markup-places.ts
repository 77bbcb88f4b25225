const SLASH = 0x2f;
const ANGLE = 0x3e;

export function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

export function isEndOfName(code: number): boolean {
  return code === ANGLE || code === SLASH || isSpace(code);
}

export function endOfName(html: string, from: number): number {
  let index = from;
  while (index < html.length && !isEndOfName(html.charCodeAt(index))) index += 1;
  return index;
}

export function endOfUnquoted(html: string, from: number): number {
  let index = from;
  for (; index < html.length; index += 1) {
    const code = html.charCodeAt(index);
    if (code === ANGLE || isSpace(code)) break;
  }
  return index;
}

export function behindSpace(html: string, from: number): number {
  let index = from;
  while (index < html.length && isSpace(html.charCodeAt(index))) index += 1;
  return index;
}

/** The place behind the next `>`, the end of the page where there is none. */
export function behindAngle(html: string, from: number): number {
  const angle = html.indexOf('>', from);
  return angle < 0 ? html.length : angle + 1;
}

export function behindComment(html: string, from: number): number {
  if (html.charCodeAt(from) === ANGLE) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let dashes = html.indexOf('--', from); dashes >= 0; dashes = html.indexOf('--', dashes + 1)) {
    if (html.charCodeAt(dashes + 2) === ANGLE) return dashes + 3;
    if (html.startsWith('!>', dashes + 2)) return dashes + 4;
  }
  return html.length;
}
