import { runningParagraphs } from './running-paragraphs.ts';
import type { TextBlock } from './text-block.ts';

const MIN_TEASERS = 5;
const MAX_SUMMARY_CHARS = 400;
/** An article, whatever list is behind it. */
const MIN_RUNNING = 5;

/**
 * Whether blocks alternate between a linked line and a short text, as a home page or a list of stories does. None of
 * the 401 benchmark articles do, though many hold lists of links.
 *
 * @param blocks before any filter, or the linked lines are gone
 */
export function isTeaserList(blocks: readonly TextBlock[]): boolean {
  const isLink = (block: TextBlock | undefined) =>
    block === undefined || (block.text.length > 20 && block.linkChars > block.text.length * 0.8);
  const isSummary = (block: TextBlock | undefined) => !isLink(block) && (block?.text.length ?? 0) < MAX_SUMMARY_CHARS;
  if (runningParagraphs(blocks) >= MIN_RUNNING) return false;
  const teasers = blocks.filter((block, index) => {
    return isLink(block) && isSummary(blocks[index + 1]) && isLink(blocks[index + 2]);
  }).length;
  return teasers >= MIN_TEASERS && teasers * 4 >= blocks.length;
}
