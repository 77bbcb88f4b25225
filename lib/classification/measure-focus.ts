import type { Evidence, ReadField } from './find-evidence.ts';
import type { Lexicon, Role } from './lexicon.ts';

export interface Focus {
  /** Words of the text in sentences on the subject or beside one and on its matter, 0 to 1. */
  share: number;
  subjectSentences: number;
  sentences: number;
  /** Where the subject stands; names a threshold of the lexicon. */
  prominence: keyof Lexicon['thresholds']['focus'];
  /** Places of the sentences that the share counts. */
  onSubject: ReadonlySet<number>;
}

/** Beside a sentence on the subject these words go on with it. */
const KINDRED: ReadonlySet<Evidence['role']> = new Set<Role>([
  'event',
  'year',
  'decade',
  'killing',
  'captive',
  'grave',
  'site',
  'order',
  'tape',
  'law',
  'noury',
  'montazeri',
  'official',
  'cue',
]);
/** How many sentences a subject is carried on without being named again. */
const REACH = 3;
/** The title says what the whole text is about: it stands for this many words, or for a third of a shorter text. */
const TITLE_WORDS = 40;
/** The first sentence and what begins in this share of the words is the lead. */
const LEAD_SHARE = 0.15;

/** How much of a text is about the subject. Repeated lines and furniture are no part of the text. */
export function measureFocus(
  fields: Readonly<Record<Evidence['field'], ReadField>>,
  evidence: readonly Evidence[],
  pointsOfSubjectSentence: number,
): Focus {
  const isTitleOnSubject = sumOf(evidence.filter(({ field }) => field === 'title')) >= pointsOfSubjectSentence;
  const sentences = describeSentences(fields.text, evidence, pointsOfSubjectSentence);
  const allWords = sentences.reduce((sum, { words }) => sum + words, 0);
  const onSubject = new Set<number>();
  let isLeadOnSubject = false;
  let subjectWords = 0;
  let wordsBefore = 0;
  let sinceSubject = isTitleOnSubject ? 0 : REACH + 1;
  for (const { index, words, isSubject, isKindred } of sentences) {
    sinceSubject = isSubject ? 0 : sinceSubject + 1;
    const isLead = wordsBefore === 0 || wordsBefore < LEAD_SHARE * allWords;
    if (isLead && isSubject) isLeadOnSubject = true;
    wordsBefore += words;
    if (!isSubject && !(isKindred && sinceSubject <= REACH)) continue;
    onSubject.add(index);
    subjectWords += words;
  }
  const titleWords = isTitleOnSubject ? Math.min(TITLE_WORDS, allWords / 3) : 0;
  const subjectSentences = sentences.filter(({ isSubject }) => isSubject).length;
  return {
    share: allWords === 0 ? Number(isTitleOnSubject) : (subjectWords + titleWords) / (allWords + titleWords),
    subjectSentences,
    sentences: sentences.length,
    prominence: prominenceOf(isTitleOnSubject, isLeadOnSubject, subjectSentences),
    onSubject,
  };
}

interface DescribedSentence {
  /** Place among all sentences of the text. */
  index: number;
  words: number;
  isSubject: boolean;
  isKindred: boolean;
}

function describeSentences(
  { sentences }: ReadField,
  evidence: readonly Evidence[],
  pointsOfSubjectSentence: number,
): DescribedSentence[] {
  const bySentence = Map.groupBy(
    evidence.filter(({ field }) => field === 'text'),
    ({ sentence }) => sentence,
  );
  return [...sentences.entries()]
    .filter(([, { kind }]) => kind === 'sentence')
    .map(([index, { firstWord, endWord }]) => {
      const own = bySentence.get(index) ?? [];
      return {
        index,
        words: endWord - firstWord,
        isSubject: sumOf(own) >= pointsOfSubjectSentence,
        isKindred: own.some(({ role }) => KINDRED.has(role)),
      };
    });
}

/** One or two sentences outside title and lead are background until they fill half of the text. */
const MOST_BACKGROUND_SENTENCES = 2;

function prominenceOf(isTitle: boolean, isLead: boolean, subjectSentences: number): Focus['prominence'] {
  if (isTitle) return isLead ? 'titleAndLead' : 'title';
  if (subjectSentences > MOST_BACKGROUND_SENTENCES) return 'several';
  return isLead ? 'lead' : 'elsewhere';
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
}
