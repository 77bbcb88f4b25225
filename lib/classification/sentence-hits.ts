import type { TermHit } from './find-terms.ts';
import { bitOf } from './role-bits.ts';

/** The terms of one sentence, and their roles. */
export interface SentenceHits {
  hits: readonly TermHit[];
  roleBits: number;
}

export const NO_HITS: SentenceHits = { hits: [], roleBits: 0 };

export function hitsOf(hits: readonly TermHit[]): SentenceHits {
  let roleBits = 0;
  for (const { term } of hits) roleBits |= bitOf(term.role);
  return { hits, roleBits };
}
