import type { Match, Theme } from './classification.ts';
import type { CompiledLexicon, CompiledTerm } from './compile-lexicon.ts';
import type { CompiledPair } from './compiled-pairs.ts';
import type { TermHit } from './find-terms.ts';
import type { FoldedText } from './fold-text.ts';
import type { Role } from './lexicon.ts';
import { closestPair, pairAcross } from './pair-places.ts';
import { roleBitsOf } from './role-bits.ts';
import { hitsOf, NO_HITS, type SentenceHits } from './sentence-hits.ts';
import type { Sentence } from './split-sentences.ts';
import { ROLES_ONLY_IN_PAIRS } from './text-parts.ts';

/** One field of the input, read. */
export interface ReadField {
  field: Match['field'];
  original: string;
  text: FoldedText;
  sentences: readonly Sentence[];
  hits: readonly TermHit[];
}

/** What a rule found, before caps and factors. Words are places in the field's words, the last one included. */
export interface Evidence {
  ruleId: string;
  /** The role of a term, or `pair`. */
  role: CompiledTerm['role'] | 'pair';
  /** Absent where it plays none in a text. */
  part: string | undefined;
  field: Match['field'];
  /** Place in the field's sentences. */
  sentence: number;
  firstWord: number;
  lastWord: number;
  weight: number;
  /** Says when, who or where: "1988", Khomeini's order, Khavaran. Killings and prisons have other stories, too. */
  isAnchor: boolean;
  themes: readonly Theme[];
  /** How much of one place the words are for their themes. */
  strength: number;
  /** They come up with their themes and often without them. */
  isHint: boolean;
}

/** A term of these, or a pair that has one, ties a sentence to the subject. */
const ANCHORS: ReadonlySet<Evidence['role']> = new Set<Role>([
  'event',
  'year',
  'decade',
  'site',
  'order',
  'noury',
  'montazeri',
]);

/**
 * Terms and pairs sentence by sentence. A pair counts once in a sentence, where its two terms stand closest, and less
 * where one stands in the sentence before: there it belongs to the later one.
 *
 * @param title stands before the first sentence: "Nine minutes" above, 1988 in the first line
 */
export function findEvidence(
  { field, sentences, hits: all }: ReadField,
  pairs: CompiledLexicon['pairs'],
  title?: ReadField,
): Evidence[] {
  const evidence: Evidence[] = [];
  let next = 0;
  // A word of the title has no place in the text: the pair's words are then the one that stands there.
  let before = title ? hitsOf(title.hits.map(beforeText)) : NO_HITS;
  let sentenceBefore = -1;
  // The last sentence in which a pair stood whole.
  const foundIn = new Map<CompiledPair, number>();
  let sentence = -1;
  for (const { endWord, kind } of sentences) {
    sentence += 1;
    const first = next;
    while ((all[next]?.firstWord ?? Number.POSITIVE_INFINITY) < endWord) next += 1;
    const here = first === next ? NO_HITS : hitsOf(all.slice(first, next));
    for (const { term, firstWord, lastWord } of here.hits) {
      const { ruleId, role, part, weight, themes, strength, isHint } = term;
      if (ROLES_ONLY_IN_PAIRS.has(role)) continue;
      const isAnchor = ANCHORS.has(role);
      evidence.push({
        ruleId,
        role,
        part,
        field,
        sentence,
        firstWord,
        lastWord,
        weight,
        isAnchor,
        themes,
        strength,
        isHint,
      });
    }
    const isOther = namesOtherEventOnly(here);
    const previous = kind === 'sentence' ? before : NO_HITS;
    const present = isOther || here.roleBits === 0 ? 0 : here.roleBits | previous.roleBits;
    for (const pair of pairs.among(present)) {
      const closest = closestPair(here, pair);
      const isCarried = !closest && pair.across > 0 && foundIn.get(pair) !== sentenceBefore;
      const place = closest ?? (isCarried ? pairAcross(previous, here, pair) : undefined);
      if (closest && kind === 'sentence') foundIn.set(pair, sentence);
      if (!place) continue;
      const { ruleId, themes, strength } = pair;
      evidence.push({
        ruleId,
        role: 'pair',
        part: undefined,
        field,
        sentence,
        firstWord: place[0],
        lastWord: place[1],
        weight: closest ? pair.weight : pair.across,
        isAnchor: pair.roles.some((role) => ANCHORS.has(role)),
        themes,
        strength,
        isHint: false,
      });
    }
    if (kind === 'sentence') {
      before = isOther ? NO_HITS : here;
      sentenceBefore = sentence;
    }
  }
  return evidence;
}

const OTHER = roleBitsOf(['confusable']);
const OWN = roleBitsOf(['event', 'captive', 'noury']);

/** "1988" and "massacre" beside "Halabja" speak of Halabja, unless prisoners or the event itself are named, too. */
function namesOtherEventOnly({ roleBits }: SentenceHits): boolean {
  return (roleBits & OTHER) !== 0 && (roleBits & OWN) === 0;
}

function beforeText(hit: TermHit): TermHit {
  return { ...hit, firstWord: -1, lastWord: -1 };
}
