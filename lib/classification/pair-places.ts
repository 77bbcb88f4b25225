import type { CompiledPair } from './compiled-pairs.ts';
import type { TermHit } from './find-terms.ts';
import { hasRoles, type TermRole } from './role-bits.ts';
import type { SentenceHits } from './sentence-hits.ts';

/** Most words between the two terms of a pair that stand in neighbouring sentences. */
const ACROSS_WORDS = 40;

/** Where the two terms of a pair stand closest in a sentence: first and last word. */
export function closestPair(
  here: SentenceHits,
  { roles, roleBits, within }: CompiledPair,
): [number, number] | undefined {
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
export function pairAcross(
  before: SentenceHits,
  here: SentenceHits,
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
