import type { Article } from '../articles/article.ts';
import type { Classification } from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import type { FactText } from '../classification/find-facts.ts';
import { shortWords } from '../classification/short-words.ts';
import { tellingMatches } from '../classification/telling-matches.ts';
import type { Coverage } from './coverage.ts';
import { judgeAddress } from './judge-address.ts';
import { judgeLateness } from './judge-lateness.ts';
import { pickKeySentences } from './pick-key-sentences.ts';

/**
 * Of 69 texts of 4,000 characters, all on the subject, half have 253 matches that tell something, nine in ten 377, the most
 * 421, in 61 KB with their words short; of 15 four times as long the most has 591, in 87 KB. So the page marks what the
 * command marks, and the record stays far below the 400 KB of a row whatever a page repeats.
 */
const KEPT_MATCHES = 600;

/** What the rules say of an article; the rest of its record is what was found. */
export type Labels = Pick<
  Coverage,
  | 'language'
  | 'isLate'
  | 'lateReason'
  | 'relevance'
  | 'score'
  | 'threshold'
  | 'themes'
  | 'matches'
  | 'ruleSetVersion'
  | 'facts'
  | 'keySentences'
>;

export interface LabelParts {
  article: Pick<Article, 'title' | 'text' | 'language' | 'canonicalUrl'>;
  /** Where the article was read; the page's own address says more. */
  url: string;
  classification: Classification;
  facts?: Facts | undefined;
  publishedAt?: string | undefined;
  recordedAt: string;
}

/** The labels of one article. Whether it is late is judged by the day on which it was recorded. */
export function labelsOf({ article, url, classification, facts, publishedAt, recordedAt }: LabelParts): Labels {
  const lateReason =
    judgeLateness(publishedAt, recordedAt, facts) ?? judgeAddress(article.canonicalUrl ?? url, recordedAt);
  return {
    language: classification.language === 'und' ? article.language : classification.language,
    isLate: lateReason !== undefined,
    ...(lateReason !== undefined && { lateReason }),
    relevance: classification.relevance,
    score: classification.score,
    threshold: classification.threshold,
    themes: classification.themes,
    matches: kept(classification),
    ruleSetVersion: classification.ruleSetVersion,
    ...(facts && { facts }),
    keySentences: pickKeySentences(article.title, article.text, classification.matches),
  };
}

/** What the classifier and the facts are asked, of an article as it was read. */
export const knownLanguage = ({ language }: Pick<Article, 'language'>): string | undefined =>
  language === 'und' ? undefined : language;

export function factTextOf(
  article: Pick<Article, 'title' | 'text' | 'language'>,
  { language, relevance }: Pick<Classification, 'language' | 'relevance'>,
  publishedAt: string | undefined,
): FactText {
  const { title, text } = article;
  return {
    title,
    text,
    language: language === 'und' ? knownLanguage(article) : language,
    publishedAt,
    isRelevant: relevance === 'relevant',
  };
}

/**
 * The heaviest of the matches that tell something, so that the record stays far below DynamoDB's 400 KB whatever a page
 * repeats; each theme keeps the words that bear it.
 */
function kept(classification: Classification): Classification['matches'] {
  const heaviest = tellingMatches(classification).toSorted((a, b) => weightOf(b) - weightOf(a));
  return heaviest.slice(0, KEPT_MATCHES).map((match) => ({ ...match, words: shortWords(match) }));
}

/** Points and log odds of a theme are of one size; what only bears a theme counts before what is next to nothing. */
const weightOf = ({ points, themes, themePoints = {} }: Classification['matches'][number]): number =>
  Math.max(Math.abs(points), themes.length > 0 ? 0.2 : 0, ...Object.values(themePoints));
