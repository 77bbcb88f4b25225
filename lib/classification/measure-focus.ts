import type { Evidence, ReadField } from './find-evidence.ts';
import type { Lexicon, Role } from './lexicon.ts';

export interface Focus {
  /** Words of the text in sentences on the subject or beside one and on its matter, 0 to 1. */
  share: number;
  subjectSentences: number;
  sentences: number;
  /** What of the opening is on the subject; names a threshold of the lexicon. */
  opening: keyof Lexicon['thresholds']['focus'];
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
  const titlePoints = sumOf(evidence.filter(({ field }) => field === 'title'));
  const isTitleOnSubject = titlePoints >= pointsOfSubjectSentence;
  const points = new Map<number, number>();
  const kindred = new Set<number>();
  for (const { field, sentence, weight, role } of evidence) {
    if (field !== 'text') continue;
    if (weight > 0) points.set(sentence, (points.get(sentence) ?? 0) + weight);
    if (KINDRED.has(role)) kindred.add(sentence);
  }
  const own = [...fields.text.sentences.entries()].filter(([, { kind }]) => kind === 'sentence');
  const isSubject = own.map(([index]) => (points.get(index) ?? 0) >= pointsOfSubjectSentence);
  const onSubject = new Set<number>();
  let isLeadOnSubject = false;
  let subjectWords = 0;
  const allWords = own.reduce((sum, [, { firstWord, endWord }]) => sum + endWord - firstWord, 0);
  let words = 0;
  let sinceSubject = isTitleOnSubject ? 0 : REACH + 1;
  for (const [place, [index, { firstWord, endWord }]] of own.entries()) {
    sinceSubject = isSubject[place] ? 0 : sinceSubject + 1;
    const isBeside = kindred.has(index) && sinceSubject <= REACH;
    const isLead = words === 0 || words < LEAD_SHARE * allWords;
    if (isLead && isSubject[place]) isLeadOnSubject = true;
    words += endWord - firstWord;
    if (!isSubject[place] && !isBeside) continue;
    onSubject.add(index);
    subjectWords += endWord - firstWord;
  }
  const titleWords = Math.min(TITLE_WORDS, words / 3);
  const weighed = subjectWords + (isTitleOnSubject ? titleWords : 0);
  return {
    share:
      words === 0 ? (isTitleOnSubject ? 1 : 0) : Math.min(1, weighed / (words + (isTitleOnSubject ? titleWords : 0))),
    subjectSentences: isSubject.filter(Boolean).length,
    sentences: own.length,
    opening: openingOf(isTitleOnSubject, isLeadOnSubject),
    onSubject,
  };
}

function openingOf(isTitleOnSubject: boolean, isLeadOnSubject: boolean): Focus['opening'] {
  if (isTitleOnSubject) return isLeadOnSubject ? 'titleAndLead' : 'title';
  return isLeadOnSubject ? 'lead' : 'elsewhere';
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
}
