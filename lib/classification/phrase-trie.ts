import { NumberLists } from './number-lists.ts';

/** The beginning of every phrase, before its first word. */
export const NOTHING = 0;

/** Phrases by their words. What one or more of them begin with is a number: those that begin alike are followed as one. */
export class PhraseTrie {
  /** By beginning the phrases that are complete with it: their places in the list. */
  readonly complete: NumberLists;
  /** The longer beginning that a beginning and a word make. */
  private readonly longer = new Map<number, number>();
  /** The same for first words, by their patterns: every word of a text is asked whether it is one. */
  private readonly afterFirst: Int32Array;
  private readonly patternCount: number;
  /**
   * By beginning the words that one of its phrases goes on with, each as a bit that others share; 0 where none does. Most
   * beginnings that a text has are followed by another word than theirs, and are looked for no further.
   */
  private readonly goingOn: Int32Array;

  /** @param phrases for each the places of its words' patterns, below `patternCount` */
  constructor(phrases: readonly (readonly number[])[], patternCount: number) {
    this.patternCount = patternCount;
    const complete: number[][] = [[]];
    const goingOn: number[] = [];
    for (const [phrase, patterns] of phrases.entries()) {
      let beginning = NOTHING;
      for (const pattern of patterns) {
        goingOn[beginning] = (goingOn[beginning] ?? 0) | bitOf(pattern);
        const step = beginning * patternCount + pattern;
        const reached = this.longer.get(step) ?? complete.length;
        if (reached === complete.length) {
          this.longer.set(step, reached);
          complete.push([]);
        }
        beginning = reached;
      }
      complete[beginning]?.push(phrase);
    }
    this.complete = new NumberLists(complete);
    this.afterFirst = Int32Array.from({ length: patternCount }, (_, pattern) => this.longer.get(pattern) ?? NOTHING);
    this.goingOn = Int32Array.from(complete, (_, beginning) => goingOn[beginning] ?? 0);
  }

  /** @returns `NOTHING` where no phrase has that word there */
  next(beginning: number, pattern: number): number {
    if (beginning === NOTHING) return this.afterFirst[pattern] ?? NOTHING;
    if (((this.goingOn[beginning] ?? 0) & bitOf(pattern)) === 0) return NOTHING;
    return this.longer.get(beginning * this.patternCount + pattern) ?? NOTHING;
  }

  /** Whether a phrase has more words. */
  goesOn(beginning: number): boolean {
    return this.goingOn[beginning] !== 0;
  }
}

/** Of 32. */
const bitOf = (pattern: number): number => 1 << pattern;
