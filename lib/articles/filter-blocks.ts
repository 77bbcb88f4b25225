import { isCaption } from './caption-lines.ts';
import { isBiography, isCredit, isDateLine } from './credit-lines.ts';
import { cutStoryList } from './cut-story-list.ts';
import { isDebrisLine } from './debris-lines.ts';
import { dropPullQuotes } from './drop-pull-quotes.ts';
import { isPointer, opensRest } from './pointer-lines.ts';
import type { TextBlock } from './text-block.ts';

/** How many blocks from either end count as head and tail. */
const HEAD_BLOCKS = 8;
const TAIL_BLOCKS = 14;
/** Of what is left of the tail, where a biography may stand. */
const LAST_BLOCKS = 2;
/** A second copy of the text shows by its first paragraphs; more would cost quadratic time. */
const MAX_COMPARED = 60;

/** The blocks that belong to the article: without its title, captions, debris, pointers elsewhere, byline and tail. */
export function filterBlocks(blocks: readonly TextBlock[], title: string): TextBlock[] {
  const kept = dropDebris(cutStoryList(blocks));
  const own = dropRepeated(dropTitle(kept, title)).filter((block) => isListed(block) || !isCaption(block.text));
  return trimTail(cutRest(trimHead(dropPullQuotes(own))));
}

/** Debris goes, and with it a heading that nothing else stands under. */
function dropDebris(blocks: readonly TextBlock[]): TextBlock[] {
  const isDebris = blocks.map((block) => isDebrisLine(block.text) || isLinkLine(block));
  return blocks.filter((block, index) => {
    if (isDebris[index]) return false;
    if (!isHeading(block) || !isDebris[index + 1]) return true;
    const next = isDebris.indexOf(false, index + 1);
    return next >= 0 && !isHeading(blocks[next] as TextBlock);
  });
}

/** A line that is all one link, or points elsewhere and is mostly link. */
function isLinkLine(block: TextBlock): boolean {
  const density = block.linkChars / block.text.length;
  if (density >= 0.6 && isPointer(block.text)) return true;
  if (density < 0.95) return false;
  if (isHeading(block) && block.text.length > 40) return true;
  return block.element === 'p' && block.text.length > 24 && (isCapitals(block.text) || !isSentence(block.text));
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
}

function dropTitle(blocks: readonly TextBlock[], title: string): TextBlock[] {
  const folded = fold(title);
  if (folded.length < 12) return [...blocks];
  const word = folded.split(' ').reduce((longest, next) => (next.length > longest.length ? next : longest));
  return blocks.filter((block) => {
    if (block.text.length > 4 * title.length + 40 || !block.text.toLowerCase().includes(word)) return true;
    const text = fold(block.text);
    return text !== folded && !(text.endsWith(folded) && !isSentence(block.text) && text.length < 3 * folded.length);
  });
}

/**
 * A repeated paragraph is kept once; a repeated line that is no sentence is a caption, and none of it is kept. Questions
 * and list items come back in interviews and recipes. A block that holds several others is a second copy of the text.
 */
function dropRepeated(blocks: readonly TextBlock[]): TextBlock[] {
  const folded = blocks.map((block) => block.text.toLowerCase());
  const times = new Map<string, number>();
  for (const text of folded) times.set(text, (times.get(text) ?? 0) + 1);
  const long = [...new Set(folded.filter((text) => text.length > 40))].slice(0, MAX_COMPARED);
  const seen = new Set<string>();
  return blocks.filter((block, index) => {
    const text = folded[index] as string;
    if (text.length > 600 && long.filter((other) => other !== text && text.includes(other)).length >= 3) return false;
    if (isListed(block) || times.get(text) === 1 || (text.length < 30 && !isRunningHead(text))) return true;
    if (!isSentence(block.text)) return false;
    const isFirst = !seen.has(text);
    seen.add(text);
    return isFirst || /[?؟？]$/.test(block.text) || text.length < 60;
  });
}

/** "Research Paper 21/07" stands on every page of a document. */
function isRunningHead(text: string): boolean {
  return text.length >= 8 && /\p{Nd}/u.test(text);
}

/** Labels, dates and bylines before the first paragraph. */
function trimHead(blocks: readonly TextBlock[]): TextBlock[] {
  const first = blocks.findIndex(
    (block) => block.text.length > 90 || (isSentence(block.text) && block.text.length > 40),
  );
  return blocks.filter((block, index) => {
    if (index >= HEAD_BLOCKS) return true;
    if ((!isListed(block) && isDateLine(block.text)) || (index <= Math.max(first, 2) && isByline(block.text)))
      return false;
    if (index >= first) return true;
    if (isHeading(block)) return false;
    const words = block.text.split(' ').length;
    return !(
      block.linkChars > block.text.length / 2 ||
      (words <= 3 && !isSentence(block.text) && !block.text.endsWith(','))
    );
  });
}

/** A long credit at the head is a report about a photograph or a reporter. */
function isByline(text: string): boolean {
  return text.length < 120 && isCredit(text);
}

/** Everything from a heading such as "You may also like" where little follows, else the links after it. */
function cutRest(blocks: readonly TextBlock[]): TextBlock[] {
  const result: TextBlock[] = [];
  let restChars = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const total = restChars;
  let isInList = false;
  for (const [index, block] of blocks.entries()) {
    restChars -= block.text.length;
    if (index > 0 && isRestHeading(block)) {
      if (restChars < total * 0.3 && index > blocks.length / 3) return result;
      isInList = true;
      continue;
    }
    isInList = isInList && block.linkChars >= block.text.length * 0.4;
    if (!isInList) result.push(block);
  }
  return result;
}

function isRestHeading(block: TextBlock): boolean {
  if (isListed(block) || !opensRest(block.text)) return false;
  return !isSentence(block.text) || /[….]{2,}$|…$|[?:]$/.test(block.text);
}

function trimTail(blocks: readonly TextBlock[]): TextBlock[] {
  const result = [...blocks];
  const from = Math.max(1, Math.ceil(blocks.length / 3), blocks.length - TAIL_BLOCKS);
  for (let index = result.length - 1; index >= from; index -= 1) {
    const block = result[index] as TextBlock;
    const density = block.linkChars / block.text.length;
    const isLast = index >= result.length - LAST_BLOCKS;
    const goes =
      (!isListed(block) && isDateLine(block.text)) ||
      isCredit(block.text) ||
      isPointerLine(block) ||
      density > 0.8 ||
      (isLast && isBiography(block.text));
    if (goes) result.splice(index, 1);
    else if (block.text.length > 160 && index < result.length - 3) break;
  }
  return result;
}

function isPointerLine(block: TextBlock): boolean {
  return isPointer(block.text) && block.linkChars > block.text.length * 0.3 && block.text.length < 200;
}

function isListed(block: TextBlock): boolean {
  return block.element === 'li' || block.element === 'tr' || block.element === 'td' || block.element === 'blockquote';
}

function isHeading(block: TextBlock): boolean {
  return /^h[1-6]$/.test(block.element);
}

/** Whether the text ends as sentences do, in any of the scripts that mark it. */
function isSentence(text: string): boolean {
  return /[.!?…:;؟۔।。！？][\s"'”’»“)\]]*$/u.test(text.slice(-20));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
