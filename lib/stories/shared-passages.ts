import { SHINGLE_WORDS } from './shingles.ts';
import type { ReadStoryText } from './story-text.ts';

/** How much of two texts is the same, word for word. */
export interface SharedPassages {
  /** Of the shorter text's shingles, those that the other one has, 0 … 1. */
  containment: number;
  /** Shared shingles of all shingles, 0 … 1. */
  jaccard: number;
  /** Whether the first words of either stand in the other. */
  sharesLead: boolean;
  /** Where the first shared passage begins in the text that has it farther down, 0 … 1 of its words. */
  before: number;
  /** Where it begins in the other one: 0 where that opens with it. */
  opening: number;
  /** For each word of a and of b, whether it stands in a shared run of at least this many words. */
  inA: Uint8Array;
  inB: Uint8Array;
}

/** Shorter runs are how everyone says it ("political prisoners in the summer of 1988"). */
const PASSAGE_WORDS = 7;
const LEAD_SHINGLES = 20;
const SHARED_LEAD = 0.6;

export function findSharedPassages(a: ReadStoryText, b: ReadStoryText): SharedPassages {
  let shared = 0;
  const [small, large] = a.shingleSet.size <= b.shingleSet.size ? [a, b] : [b, a];
  for (const shingle of small.shingleSet) if (large.shingleSet.has(shingle)) shared += 1;
  const union = a.shingleSet.size + b.shingleSet.size - shared;
  const [inA, inB] = [markPassages(a, b), markPassages(b, a)];
  return {
    containment: small.shingleSet.size === 0 ? 0 : shared / small.shingleSet.size,
    jaccard: union === 0 ? 0 : shared / union,
    sharesLead: hasLeadOf(a, b) || hasLeadOf(b, a),
    before: Math.max(startOf(inA), startOf(inB)),
    opening: Math.min(startOf(inA), startOf(inB)),
    inA,
    inB,
  };
}

function startOf(marks: Uint8Array): number {
  const first = marks.indexOf(1);
  return first === -1 ? 1 : first / marks.length;
}

function hasLeadOf(one: ReadStoryText, other: ReadStoryText): boolean {
  const lead = one.shingles.slice(0, LEAD_SHINGLES);
  return lead.length > 0 && lead.filter((shingle) => other.shingleSet.has(shingle)).length >= SHARED_LEAD * lead.length;
}

function markPassages(one: ReadStoryText, other: ReadStoryText): Uint8Array {
  const marks = new Uint8Array(one.words.length);
  let from = 0;
  for (let at = 0; at <= one.shingles.length; at += 1) {
    const shingle = one.shingles[at];
    if (shingle !== undefined && other.shingleSet.has(shingle)) continue;
    // The last shared shingle, if any, began one place before.
    const end = at - 1 + SHINGLE_WORDS;
    if (at > from && end - from >= PASSAGE_WORDS) marks.fill(1, from, end);
    from = at + 1;
  }
  return marks;
}
