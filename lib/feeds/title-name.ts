import { createHash } from 'node:crypto';

/** Shorter titles are headings that come again: "Morning briefing", "Press review". */
const MIN_WORDS = 5;
const MIN_LETTERS = 25;

/**
 * The name under which a title is remembered for its outlet: letters and digits in small form, without what stands
 * between them.
 *
 * @returns undefined for titles that are too short to tell one article from another
 */
export function titleName(outletId: string, title: string | undefined): string | undefined {
  const words = (title ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\u200c\u200d]+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const letters = words.join('').replace(/\p{N}/gu, '').length;
  if (words.length < MIN_WORDS || letters < MIN_LETTERS) return undefined;
  const hash = createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 32);
  return `title|${outletId}|${hash}`;
}
