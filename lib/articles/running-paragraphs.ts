import type { TextBlock } from './text-block.ts';

const MIN_CHARS = 80;

/** How many paragraphs outside links follow another one: an article has them, a list of stories has hardly any. */
export function runningParagraphs(blocks: readonly TextBlock[]): number {
  const isParagraph = (block: TextBlock | undefined) =>
    block !== undefined && block.text.length >= MIN_CHARS && block.linkChars < block.text.length / 2;
  return blocks.filter((block, index) => isParagraph(block) && isParagraph(blocks[index + 1])).length;
}
