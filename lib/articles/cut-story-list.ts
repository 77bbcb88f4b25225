import { isDateLine } from './credit-lines.ts';
import type { TextBlock } from './text-block.ts';

const MIN_STORIES = 3;
const MAX_SUMMARY_CHARS = 500;
/** Headline, summary, date, section and one more to a story. */
const MAX_BLOCKS_PER_STORY = 5;
/** An article stands before the list. */
const MIN_ARTICLE_BLOCKS = 3;

/** Leaves out a list of other stories at the end: linked headlines with dates and nothing long between them. */
export function cutStoryList(blocks: readonly TextBlock[]): readonly TextBlock[] {
  let cut = blocks.length;
  let dates = 0;
  let headlines = 0;
  for (let index = blocks.length - 1; index >= MIN_ARTICLE_BLOCKS; index -= 1) {
    const block = blocks[index] as TextBlock;
    if (block.text.length > MAX_SUMMARY_CHARS) break;
    const isDate = isDateLine(block.text);
    const isHeadline = block.text.length > 20 && block.linkChars > block.text.length * 0.8;
    if (isDate) dates += 1;
    if (isHeadline) headlines += 1;
    const stories = Math.min(dates, headlines);
    const isDense = blocks.length - index <= stories * MAX_BLOCKS_PER_STORY;
    if ((isDate || isHeadline) && stories >= MIN_STORIES && isDense) cut = index;
  }
  return blocks.slice(0, cut);
}
