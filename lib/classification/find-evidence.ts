import type { Match, Theme } from './classification.ts';
import type { CompiledLexicon, CompiledPair, CompiledTerm } from './compile-lexicon.ts';
import type { TermHit } from './find-terms.ts';
import type { FoldedText } from './fold-text.ts';
import type { Role } from './lexicon.ts';
import { bitOf, hasRoles, roleBitsOf, type TermRole } from './role-bits.ts';
import type { Sentence } from './split-sentences.ts';

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

/** Most words between the two terms of a pair that stand in neighbouring sentences. */
const ACROSS_WORDS = 40;

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
      const { ruleId, role, weight, themes, strength, isHint } = term;
      const isAnchor = ANCHORS.has(role);
      evidence.push({
        ruleId,
        role,
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
    for (const pair of pairs.filter(({ roleBits }) => hasRoles(present, roleBits))) {
      const closest = closestPair(here, pair);
      const isCarried = !closest && pair.across > 0 && foundIn.get(pair) !== sentenceBefore;
      const place = closest ?? (isCarried ? pairAcross(previous, here, pair) : undefined);
      if (closest && kind === 'sentence') foundIn.set(pair, sentence);
      if (!place) continue;
      const { ruleId, themes, strength } = pair;
      evidence.push({
        ruleId,
        role: 'pair',
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
function namesOtherEventOnly({ roleBits }: HitsOfSentence): boolean {
  return (roleBits & OTHER) !== 0 && (roleBits & OWN) === 0;
}

function closestPair(here: HitsOfSentence, { roles, roleBits, within }: CompiledPair): [number, number] | undefined {
  if (!hasRoles(here.roleBits, roleBits)) return undefined;
  const { hits } = here;
  let best: [number, number] | undefined;
  let bestGap = within + 1;
  let last = nextOfRole(hits, roles[1], 0);
  let next = nextOfRole(hits, roles[1], last + 1);
  for (let at = nextOfRole(hits, roles[0], 0); at < hits.length; at = nextOfRole(hits, roles[0], at + 1)) {
    const hit = hits[at];
    if (!hit) break;
    // Hits run with the text: the closest partner is the last one before the hit or the next one after it.
    while ((hits[next]?.firstWord ?? Number.POSITIVE_INFINITY) <= hit.firstWord) {
      last = next;
      next = nextOfRole(hits, roles[1], last + 1);
    }
    const partner = closerOf(hit, hits[last], hits[next]);
    const gap = partner ? wordsBetween(hit, partner) : bestGap;
    if (!partner || gap >= bestGap) continue;
    bestGap = gap;
    best = [Math.min(hit.firstWord, partner.firstWord), Math.max(hit.lastWord, partner.lastWord)];
  }
  return best;
}

/** A term is no partner of its own. */
function closerOf(hit: TermHit, before: TermHit | undefined, after: TermHit | undefined): TermHit | undefined {
  if (!before || before.term === hit.term) return after?.term === hit.term ? undefined : after;
  if (!after || after.term === hit.term) return before;
  return wordsBetween(hit, after) < wordsBetween(hit, before) ? after : before;
}

function wordsBetween(one: TermHit, other: TermHit): number {
  const between = Math.max(one.firstWord, other.firstWord) - Math.min(one.lastWord, other.lastWord) - 1;
  return Math.max(0, between);
}

/** The last of one role in the sentence before with the first of the other role in this one. */
function pairAcross(
  before: HitsOfSentence,
  here: HitsOfSentence,
  { roles }: CompiledPair,
): [number, number] | undefined {
  const [first, second] = roles;
  return reach(before.hits, first, here.hits, second) ?? reach(before.hits, second, here.hits, first);
}

function reach(
  before: readonly TermHit[],
  roleBefore: TermRole,
  here: readonly TermHit[],
  roleHere: TermRole,
): [number, number] | undefined {
  const from = before.findLast(({ term }) => term.role === roleBefore);
  const to = here[nextOfRole(here, roleHere, 0)];
  if (!from || !to || to.firstWord - from.lastWord - 1 > ACROSS_WORDS) return undefined;
  return [from.firstWord < 0 ? to.firstWord : from.firstWord, to.lastWord];
}

/** Place of the first hit of the role from a place on; behind the last one where there is none. */
function nextOfRole(hits: readonly TermHit[], role: TermRole, from: number): number {
  let at = from;
  while (at < hits.length && hits[at]?.term.role !== role) at += 1;
  return at;
}

function beforeText(hit: TermHit): TermHit {
  return { ...hit, firstWord: -1, lastWord: -1 };
}

/** The terms of one sentence, and their roles. */
interface HitsOfSentence {
  hits: readonly TermHit[];
  roleBits: number;
}

const NO_HITS: HitsOfSentence = { hits: [], roleBits: 0 };

function hitsOf(hits: readonly TermHit[]): HitsOfSentence {
  let roleBits = 0;
  for (const { term } of hits) roleBits |= bitOf(term.role);
  return { hits, roleBits };
}
