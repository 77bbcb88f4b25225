import type { LexiconPair } from './lexicon.ts';
import { hasRoles, roleBitsOf } from './role-bits.ts';

export interface CompiledPair extends LexiconPair {
  ruleId: string;
  roleBits: number;
}

/** Pairs of roles, in the lexicon's order. */
export class CompiledPairs {
  private readonly pairs: readonly CompiledPair[];
  /** Side by side, since every sentence asks for each. */
  private readonly roleBits: Int32Array;

  constructor(pairs: Iterable<LexiconPair & { ruleId: string }>) {
    this.pairs = Array.from(pairs, (pair) => ({ ...pair, roleBits: roleBitsOf(pair.roles) }));
    this.roleBits = Int32Array.from(this.pairs, ({ roleBits }) => roleBits);
  }

  /** Each of which both roles are there. @param present roles as one number */
  *among(present: number): Generator<CompiledPair> {
    for (let place = this.next(present, 0); place < this.roleBits.length; place = this.next(present, place + 1))
      yield this.pairs[place] as CompiledPair;
  }

  /** The same pairs with the fields of one changed. */
  with(ruleId: string, fields: Partial<LexiconPair>): CompiledPairs {
    return new CompiledPairs(this.pairs.map((pair) => (pair.ruleId === ruleId ? { ...pair, ...fields } : pair)));
  }

  private next(present: number, from: number): number {
    let place = from;
    while (place < this.roleBits.length && !hasRoles(present, this.roleBits[place] ?? 0)) place += 1;
    return place;
  }
}
