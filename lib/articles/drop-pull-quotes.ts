import type { TextBlock } from './text-block.ts';

const MIN_CHARS = 20;
const MAX_CHARS = 300;
/** An article shows a handful; each is looked for in the whole text. */
const MAX_QUOTES = 20;

/** Leaves out quotations set apart that stand in a paragraph as well: they say it twice. */
export function dropPullQuotes(blocks: readonly TextBlock[]): TextBlock[] {
  const quotes = blocks.filter(
    ({ element, text }) => element === 'blockquote' && text.length >= MIN_CHARS && text.length <= MAX_CHARS,
  );
  if (quotes.length === 0) return [...blocks];
  const paragraphs = blocks.filter(({ element }) => element !== 'blockquote').map(({ text }) => letters(text));
  const repeated = new Set(
    quotes.slice(0, MAX_QUOTES).filter(({ text }) => {
      const quote = letters(text);
      return quote !== '' && paragraphs.some((paragraph) => paragraph.includes(quote));
    }),
  );
  return blocks.filter((block) => !repeated.has(block));
}

/** Without the marks that a quotation set apart has and the same one in a paragraph has not. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
