import { isAnswered } from './answer-words.ts';
import { areDaysApart } from './are-days-apart.ts';
import { countChangedNumbers } from './changed-numbers.ts';
import { knowsCommonWords } from './common-words.ts';
import { compareTerms, type TermAgreement } from './compare-terms.ts';
import { hoursBetween } from './hours-between.ts';
import { findSharedPassages, type SharedPassages } from './shared-passages.ts';
import type { ReadStoryText } from './story-text.ts';
import { weighEvidence } from './weigh-evidence.ts';

/** What two articles are to each other. */
export interface Kinship {
  /**
   * `copy`: one carries the other's text, in whole or in part. `part`: one carries it far down, behind something else: a
   * text made of several, which belongs to the story of its first. `same-event`: two texts of their own on one event.
   */
  kind: 'copy' | 'part' | 'same-event';
  /** Orders candidates of one kind, higher is nearer; 0 … 1. */
  nearness: number;
  /** For people, a sentence each. */
  reasons: string[];
}

/** Shares of the shorter text that stand in the other: nearly all, most, what only a carrier has of another outlet's, enough to look closer. */
const WHOLE = 0.93;
const MOST = 0.75;
const HALF = 0.55;
const PART = 0.4;
/** A later version of the same report may correct one. */
const MOST_CORRECTED = 1;
/** A shorter text is a line that many may have. */
const LEAST_WORDS = 20;
/** What stands this far down in a longer text may be the second of several stories in it. */
const FAR_DOWN = 0.35;
/** Who quotes a piece out of the middle says first where it is from; the second of two stories is carried from its beginning. */
const QUOTED = 0.04;
/** Of the words of both titles. A text made of two is mostly called by both. */
const SAME_TITLE = 0.6;

/** An event is told anew within these; a copy may come later. */
export const SAME_EVENT_HOURS = 96;
const SIMILAR = 0.28;
const SIMILAR_WITHOUT_LIST = 0.4;
const LEAST_TELLING_WORDS = 3;
/** Where the words alone are not alike enough, names, figures and rare words together may be. */
const LEAST_LOG_ODDS = 1;
/** So alike that two such words are enough. */
const VERY_SIMILAR = 0.34;
/** Long texts have more words in common by chance: so much more is asked of two of five hundred words. */
const MORE_OF_LONG = 0.08;
const SHORT_WORDS = 120;
const LONG_WORDS = 500;

/** @returns undefined when nothing shows that they belong together */
export function judgeKinship(a: ReadStoryText, b: ReadStoryText): Kinship | undefined {
  const passages = findSharedPassages(a, b);
  const changedNumbers = passages.containment < PART ? 0 : countChangedNumbers(a, b);
  // A form that was filled in anew, for another year or another day.
  if (changedNumbers > MOST_CORRECTED || (changedNumbers > 0 && isOtherYear(a, b))) return undefined;
  const terms = compareTerms(a, b, passages);
  const carried = judgeCopy(a, b, passages, terms, changedNumbers);
  return carried?.kind === 'copy' ? carried : (judgeSameEvent(a, b, passages, terms) ?? carried);
}

function judgeCopy(
  a: ReadStoryText,
  b: ReadStoryText,
  passages: SharedPassages,
  terms: TermAgreement,
  changedNumbers: number,
): Kinship | undefined {
  const { containment, jaccard, sharesLead, before, opening } = passages;
  if (containment < PART || Math.min(a.words.length, b.words.length) < LEAST_WORDS) return undefined;
  if (isOtherYear(a, b) && containment < WHOLE) return undefined;
  if (changedNumbers > 0 && containment < WHOLE) return undefined;
  const isSimilar = terms.similarity >= SIMILAR;
  // An outlet's own boilerplate makes much of two short reports the same.
  const isCarried = a.outletId !== b.outletId && (sharesLead || containment >= HALF);
  const isEnough = containment >= MOST || isSimilar || isCarried;
  if (containment < WHOLE && (!isEnough || (terms.isNumberConflict && !sharesLead))) return undefined;
  const share = `${Math.round(containment * 100)} % of the shorter text stands in the other, word for word`;
  const isPart = before > FAR_DOWN && opening < QUOTED && terms.titleShare < SAME_TITLE;
  const kind = isPart ? 'part' : 'copy';
  return { kind, nearness: jaccard, reasons: [share, ...(sharesLead ? ['so do the first words'] : [])] };
}

function judgeSameEvent(
  a: ReadStoryText,
  b: ReadStoryText,
  { containment }: SharedPassages,
  terms: TermAgreement,
): Kinship | undefined {
  if (a.language !== b.language || isOtherYear(a, b, isCredible) || hoursBetween(a, b) > SAME_EVENT_HOURS)
    return undefined;
  if (areDaysApart(a, b)) return undefined;
  const { similarity, words, sharedNumbers, isNumberConflict, isDayConflict, titleWords } = terms;
  const needed =
    (knowsCommonWords(a.language) ? SIMILAR : SIMILAR_WITHOUT_LIST) +
    MORE_OF_LONG * lengthOf(a, b) +
    (isNumberConflict ? 0.12 : 0) +
    (terms.evidence.isNameConflict ? 0.1 : 0) +
    (terms.evidence.isCityConflict ? 0.2 : 0) +
    (terms.evidence.isPlaceConflict ? 0.1 : 0) +
    (terms.evidence.isSittingConflict ? 0.2 : 0) +
    (isDayConflict ? 0.15 : 0) +
    (isAnswered(a, b) ? 0.15 : 0) +
    (terms.evidence.isActConflict ? 0.1 : 0) +
    (terms.evidence.isSameOutlet ? 0.3 : 0) +
    (containment > 0.25 ? 0.1 : 0) -
    (sharedNumbers.length > 0 ? 0.05 : 0) -
    (titleWords.length > 1 ? 0.03 : 0);
  const least = similarity >= VERY_SIMILAR ? LEAST_TELLING_WORDS - 1 : LEAST_TELLING_WORDS;
  const isAlike = similarity >= needed && words.length >= least;
  const logOdds = weighEvidence(terms.evidence, { isDayConflict, isAnswered: isAnswered(a, b) });
  if (!isAlike && logOdds < LEAST_LOG_ODDS + (containment > 0.25 ? 2 : 0)) return undefined;
  const { figures } = terms.evidence;
  const reasons = [`both have the words ${words.slice(0, 8).join(', ')}`];
  if (figures.length > 0) reasons.push(`both have the numbers ${figures.slice(0, 5).join(', ')}`);
  return { kind: 'same-event', nearness: similarity, reasons };
}

/** Of the shorter text: 0 for a brief, 1 for a long report. */
function lengthOf(a: ReadStoryText, b: ReadStoryText): number {
  const words = Math.min(a.words.length, b.words.length);
  return Math.min(1, Math.max(0, (words - SHORT_WORDS) / (LONG_WORDS - SHORT_WORDS)));
}

const isOtherYear = (a: ReadStoryText, b: ReadStoryText, isSaid: (story: ReadStoryText) => boolean = () => true) =>
  a.ordinal !== undefined && b.ordinal !== undefined && a.ordinal !== b.ordinal && isSaid(a) && isSaid(b);

/** "For nineteen years" is not the event's anniversary; texts may count one or two off. */
const YEARS_OFF = 2;

const isCredible = ({ ordinal = 0, publishedAt, seenAt }: ReadStoryText) =>
  Math.abs(1988 + ordinal - new Date(publishedAt ?? seenAt).getUTCFullYear()) <= YEARS_OFF;
