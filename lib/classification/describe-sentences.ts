import type { Evidence, ReadField } from './find-evidence.ts';
import type { Role } from './lexicon.ts';
import type { Sentence } from './split-sentences.ts';

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
  'family',
  'ward',
  'rite',
]);
/** Far from a sentence on the subject these words still tell its story. */
const MATTER: ReadonlySet<Evidence['role']> = new Set<Role>([
  'event',
  'year',
  'killing',
  'grave',
  'site',
  'order',
  'tape',
  'montazeri',
  'rite',
]);
/** These do so by half, and for no more words than the others: prisons, courts and families have other stories, too. */
const HALF_MATTER: ReadonlySet<Evidence['role']> = new Set<Role>(['captive', 'ward', 'family', 'law']);

export interface DescribedSentence {
  words: number;
  isSubject: boolean;
  isKindred: boolean;
  /** Names another event or what is in the news today, or says that it is an aside. */
  namesOther: boolean;
  /** What a word of it counts far from a sentence on the subject; negative where another event is named. */
  matter: number;
}

/**
 * The prose of a text, sentence by sentence; menus, captions and repetitions are left out.
 *
 * @param evidence of the title, then of each sentence in turn
 */
export function describeSentences(
  { sentences }: ReadField,
  evidence: readonly Evidence[],
  pointsOfSubjectSentence: number,
): DescribedSentence[] {
  const described: DescribedSentence[] = [];
  let next = 0;
  while (evidence[next]?.field === 'title') next += 1;
  for (let place = 0; place < sentences.length; place += 1) {
    const from = next;
    while (evidence[next]?.sentence === place) next += 1;
    const { kind, firstWord, endWord } = sentences[place] as Sentence;
    if (kind !== 'sentence') continue;
    const own = evidence.slice(from, next);
    described.push({
      words: endWord - firstWord,
      isSubject: isOnSubject(own, pointsOfSubjectSentence),
      isKindred: own.some(isKin),
      namesOther: own.some(({ role }) => role === 'confusable'),
      matter: matterOf(own),
    });
  }
  return described;
}

/** Weaker words for a theme go on with no story. */
const LEAST_KIN = 0.65;

/** Courts, ministers and archives are in every story: of the weak words for a theme none goes on with this one. */
function isKin({ role, strength }: Evidence): boolean {
  return KINDRED.has(role) && (strength >= LEAST_KIN || (role !== 'cue' && role !== 'law'));
}

/** "Satellite pictures show": graves and papers are the story's own matter wherever they stand. */
function isStrongEvidence({ role, themes, strength }: Evidence): boolean {
  return role === 'cue' && strength >= 1 && themes.includes('evidence');
}

function matterOf(evidence: readonly Evidence[]): number {
  if (evidence.some(({ role }) => role === 'confusable')) return -1;
  if (evidence.some((piece) => MATTER.has(piece.role) || isStrongEvidence(piece))) return 1;
  return evidence.some(({ role }) => HALF_MATTER.has(role)) ? 0.5 : 0;
}

/** Enough points, and one of them says when, who or where. */
export function isOnSubject(evidence: readonly Evidence[], points: number): boolean {
  const isTied = evidence.some(({ weight, isAnchor }) => weight > 0 && isAnchor);
  return isTied && evidence.reduce((sum, { weight }) => sum + Math.max(0, weight), 0) >= points;
}
