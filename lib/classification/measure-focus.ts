import { describeSentences, isOnSubject } from './describe-sentences.ts';
import type { Evidence, ReadField } from './find-evidence.ts';

/**
 * Where the subject stands: in title and lead, the title alone, three or more sentences anywhere, the lead alone, two
 * sentences elsewhere, one of a brief, one of a longer text, and one where title or lead name another subject.
 */
export const PROMINENCES = [
  ...(['titleAndLead', 'title', 'several', 'lead'] as const),
  ...(['twice', 'brief', 'elsewhere', 'afterOther'] as const),
];

export interface Focus {
  /**
   * Words of the text in sentences on the subject, beside one and on its matter, or far from one and on the matter of
   * prisons and killings; 0 to 1.
   */
  share: number;
  subjectSentences: number;
  sentences: number;
  /** Long enough to have sentences far from those on the subject, and not opened by another subject. */
  isLong: boolean;
  /** Title or first sentence name another event. What is in the news today opens texts on the subject, too. */
  opensWithOther: boolean;
  prominence: (typeof PROMINENCES)[number];
}

/** A text of fewer sentences has no far sentences. */
const LEAST_SENTENCES_WITH_FAR = 5;
/** How many sentences a subject is carried on without being named again. */
const REACH = 3;
/** Several sentences on the subject of which none begins before this share of the words are teasers of other stories. */
const TAIL_FROM = 0.5;
/** What a word counts of the one sentence on the subject where another one shares it. */
const SHARED = 0.6;
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
  const inTitle = evidence.filter(({ field }) => field === 'title');
  const isTitleOnSubject = isOnSubject(inTitle, pointsOfSubjectSentence);
  const sentences = describeSentences(fields.text, evidence, pointsOfSubjectSentence);
  const allWords = sentences.reduce((sum, { words }) => sum + words, 0);
  let isLeadOnSubject = false;
  let isTailOnly = true;
  let subjectWords = 0;
  let wordsBefore = 0;
  let sinceSubject = isTitleOnSubject ? 0 : REACH + 1;
  let farWords = 0;
  let halfWords = 0;
  const own = sentences.filter(({ isSubject }) => isSubject);
  const subjectSentences = own.length;
  const isOpenedByOther = opensWithOther(fields, evidence) || (own.length === 1 && own[0]?.namesOther === true);
  const isLong = sentences.length >= LEAST_SENTENCES_WITH_FAR && !isOpenedByOther;
  for (const [place, { words, isSubject, isKindred, matter }] of sentences.entries()) {
    sinceSubject = isSubject ? 0 : sinceSubject + 1;
    const isLead = wordsBefore === 0 || wordsBefore < LEAD_SHARE * allWords;
    if (isLead && isSubject) isLeadOnSubject = true;
    if (isSubject && wordsBefore < TAIL_FROM * allWords) isTailOnly = false;
    wordsBefore += words;
    const isBefore = matter === 1 && sentences[place + 1]?.isSubject === true;
    const goesOn = isKindred && (sinceSubject <= REACH || isBefore) && matter >= 0;
    if (!isSubject && !goesOn) {
      if (matter === 0.5) halfWords += matter * words;
      else farWords += matter * words;
      continue;
    }
    subjectWords += words;
  }
  const titleWords = isTitleOnSubject ? Math.min(TITLE_WORDS, allWords / 3) : 0;
  if (subjectSentences > 0 && isLong) {
    const told = Math.max(0, farWords);
    subjectWords += told + Math.min(halfWords, told + subjectWords / 2);
  }
  const isAside = isOpenedByOther && own.length === 1 && !isTitleOnSubject;
  if (isAside) subjectWords = (own[0]?.words ?? 0) * (own[0]?.namesOther ? SHARED : 1);
  return {
    share: allWords === 0 ? Number(isTitleOnSubject) : (subjectWords + titleWords) / (allWords + titleWords),
    subjectSentences,
    sentences: sentences.length,
    isLong,
    opensWithOther: isOpenedByOther,
    prominence: prominenceOf({
      isTitle: isTitleOnSubject,
      isLead: isLeadOnSubject,
      isTailOnly,
      isOpenedByOther,
      isLong,
      subjectSentences,
    }),
  };
}

/** Evin in a title is no "Evin prison". */
const PRISON_NAMES = 'any/captive/prison-names';

/** Whether title or first sentence name another event, or the title is a prison's name. */
function opensWithOther(
  { title, text }: Readonly<Record<Evidence['field'], ReadField>>,
  evidence: readonly Evidence[],
) {
  const first = text.sentences.findIndex(({ kind }) => kind === 'sentence');
  const titleRoles = new Set(
    title.hits.filter(({ term }) => term.ruleId !== PRISON_NAMES).map(({ term }) => term.role),
  );
  const isPrisonEntry = titleRoles.has('captive') && titleRoles.has('iran') && titleRoles.size === 2;
  const isOther = ({ role, weight, field, sentence }: Evidence) =>
    role === 'confusable' && weight < 0 && (field === 'title' || sentence === first);
  return isPrisonEntry || evidence.some(isOther);
}

/** One or two sentences outside title and lead are background until they fill half of the text. */
const MOST_BACKGROUND_SENTENCES = 2;

interface Standing {
  isTitle: boolean;
  isLead: boolean;
  isTailOnly: boolean;
  isOpenedByOther: boolean;
  isLong: boolean;
  subjectSentences: number;
}

function prominenceOf(standing: Standing): Focus['prominence'] {
  const { isTitle, isLead, isTailOnly, isOpenedByOther, isLong, subjectSentences } = standing;
  if (isTitle) return isLead ? 'titleAndLead' : 'title';
  if (subjectSentences > MOST_BACKGROUND_SENTENCES) return isTailOnly ? 'afterOther' : 'several';
  // "Raisi, linked to the executions of 1988, was sworn in": a clause of the first sentence is no lead.
  if (isLead && !(isOpenedByOther && subjectSentences === 1)) return 'lead';
  if (subjectSentences === MOST_BACKGROUND_SENTENCES) return 'twice';
  if (isOpenedByOther) return 'afterOther';
  return isLong ? 'elsewhere' : 'brief';
}
