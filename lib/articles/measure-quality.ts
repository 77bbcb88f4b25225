import { charsInRuns } from './chars-in-runs.ts';
import { runningParagraphs } from './running-paragraphs.ts';
import type { TextBlock } from './text-block.ts';

const MIN_RUNNING = 8;
const ARTICLE_BEFORE_LIST = 0.4;

/**
 * How much a body looks like one article, 0 … 1: its length (full marks from 1,200 characters), less for text in
 * links, for repeated lines, for lines that are no sentences, and for a script that changes from line to line. An
 * article before a long list of links, as of things to buy, is one all the same.
 */
export function measureQuality(blocks: readonly TextBlock[]): number {
  const chars = sum(blocks, (block) => block.text.length);
  if (chars === 0) return 0;
  const linkDensity = Math.min(1, sum(blocks, (block) => block.linkChars) / chars);
  const repeated = 1 - new Set(blocks.map((block) => block.text)).size / blocks.length;
  const sentences = sum(blocks, (block) => (isProse(block) ? block.text.length : 0)) / chars;
  const score =
    mostQuality(chars) * (1 - linkDensity ** 2) * (1 - repeated) * (0.25 + 0.75 * sentences) * scriptScore(blocks);
  const least = runningParagraphs(blocks) >= MIN_RUNNING ? ARTICLE_BEFORE_LIST : 0;
  return Math.round(Math.max(least, Math.min(1, score)) * 100) / 100;
}

/** What a text of this length can reach. */
export function mostQuality(chars: number): number {
  return Math.min(1, Math.log2(1 + chars / 40) / Math.log2(31));
}

function isProse(block: TextBlock): boolean {
  if (block.element === 'tr') return true;
  return block.linkChars < block.text.length / 2 && (block.text.length > 60 || /[.!?…؟。।:;»”"]$/u.test(block.text));
}

/** More text does not change the share of letters. */
const SCRIPT_CHARS = 4_000;

/** Hardly any letters are a table of figures or broken characters. */
function scriptScore(blocks: readonly TextBlock[]): number {
  let text = '';
  for (const block of blocks) {
    text += block.text;
    if (text.length > SCRIPT_CHARS) break;
  }
  text = text.slice(0, SCRIPT_CHARS);
  const letters = charsInRuns(text);
  if (letters === 0) return 0;
  const broken = text.match(/[\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  return letters / charsInRuns(text, /\S+/g) > 0.4 ? Math.max(0, 1 - (5 * broken) / letters) : 0.4;
}

function sum(blocks: readonly TextBlock[], measure: (block: TextBlock) => number): number {
  return blocks.reduce((total, block) => total + measure(block), 0);
}
