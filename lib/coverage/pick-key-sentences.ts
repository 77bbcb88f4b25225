import type { Match } from '../classification/classification.ts';
import { foldText } from '../classification/fold-text.ts';
import { isWholeTextSign } from '../classification/is-whole-text-sign.ts';
import { type Sentence, splitSentences } from '../classification/split-sentences.ts';

const MOST_SENTENCES = 3;
/** UTF-16 code units. A shorter one says too little by itself, a longer one does not fit a line of the digest. */
const SHORTEST = 40;
const LONGEST = 300;
/** One sentence full of names must not win by its list alone. */
const MOST_POINTS = 12;
/** The lead says what happened. What it adds falls to nothing by the twelfth sentence. */
const LEAD_POINTS = 6;
const LEAD_SENTENCES = 12;
/** UTF-16 code units. What stands behind these is no summary; a page of any length costs the same. */
const READ_CHARS = 40_000;

/** "He", "She", "But" …: a sentence that leans on the one before it cannot stand alone. */
const LEANING =
  /^["“«„]?(?:he|she|they|it|this|these|those|but|and|however|er|sie|doch|aber|il|elle|ils|elles|mais|él|ella|pero|lui|lei|ma|han|hon|men|hij|zij|maar|او|آنها|آن‌ها|وی|اما|ولی|وقال|وأضاف|وأوضح|لكن)[\s,،]/iu;

/**
 * The sentences that tell best what the article says on the subject, in the order of the text: by the points of the
 * words that were matched in them, the lead before what follows. Extracted, never rewritten.
 *
 * @param text paragraphs separated by blank lines
 * @param matches of the classification; their offsets are those of `text`
 * @returns at most three, of 40 to 300 characters; empty where the text has none
 */
export function pickKeySentences(title: string, text: string, matches: readonly Match[]): string[] {
  const head = text.slice(0, READ_CHARS);
  const sentences = splitSentences(head, foldText(head)).filter(({ kind }) => kind === 'sentence');
  const foldedTitle = foldText(title).folded.trim();
  const candidates = sentences.map((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').trim();
    return { index, words, points: pointsOf(sentence, index, words, matches) };
  });
  return candidates
    .filter(({ words, points }) => words.length >= SHORTEST && words.length <= LONGEST && points > 0)
    .filter(({ words }) => foldText(words).folded.trim() !== foldedTitle)
    .toSorted((a, b) => b.points - a.points || a.index - b.index)
    .slice(0, MOST_SENTENCES)
    .toSorted((a, b) => a.index - b.index)
    .map(({ words }) => words);
}

function pointsOf({ start, end }: Sentence, index: number, words: string, matches: readonly Match[]): number {
  const matched = matches
    .filter((match) => match.field === 'text' && match.start >= start && match.end <= end)
    .reduce((sum, match) => sum + weightOf(match), 0);
  const evidence = Math.min(MOST_POINTS, matched);
  if (evidence <= 0) return 0;
  const lead = LEAD_POINTS * Math.max(0, 1 - index / LEAD_SENTENCES);
  return (evidence + lead) * (LEANING.test(words) ? 0.5 : 1);
}

/**
 * A repetition scores nothing any more in the classification; in its sentence it still speaks of the subject. What the
 * whole text was given or charged is not the sentence's, though it is noted at one: the charge at the very first.
 */
function weightOf({ ruleId, points, themes }: Match): number {
  if (isWholeTextSign({ ruleId })) return Math.max(0, Math.min(1, points));
  if (points !== 0) return points;
  return themes.length > 0 ? 1 : 0.5;
}
