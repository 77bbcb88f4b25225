import { NumberLists } from './number-lists.ts';

/** The beginning of every phrase, before its first word. */
export const NOTHING = 0;

/** Phrases by their words. What one or more of them begin with is a number: those that begin alike are followed as one. */
export class PhraseTrie {
  /** By beginning the phrases that are complete with it: their places in the list. */
  readonly complete: NumberLists;
  /** The longer beginning that a beginning and a word make. */
  private readonly longer = new Map<number, number>();
  private readonly patternCount: number;
  private readonly words: Int32Array;
  private readonly goingOn: Uint8Array;

  /** @param phrases for each the places of its words' patterns, below `patternCount` */
  constructor(phrases: readonly (readonly number[])[], patternCount: number) {
    this.patternCount = patternCount;
    const words = [0];
    const complete: number[][] = [[]];
    const goingOn: number[] = [];
    for (const [phrase, patterns] of phrases.entries()) {
      let beginning = NOTHING;
      for (const pattern of patterns) {
        goingOn[beginning] = 1;
        const step = beginning * patternCount + pattern;
        const known = this.longer.get(step);
        if (known === undefined) {
          this.longer.set(step, complete.length);
          words.push((words[beginning] ?? 0) + 1);
          complete.push([]);
        }
        beginning = known ?? complete.length - 1;
      }
      complete[beginning]?.push(phrase);
    }
    this.complete = new NumberLists(complete);
    this.words = Int32Array.from(words);
    this.goingOn = Uint8Array.from(words, (_, beginning) => goingOn[beginning] ?? 0);
  }

  /** @returns `NOTHING` where no phrase has that word there */
  next(beginning: number, pattern: number): number {
    return this.longer.get(beginning * this.patternCount + pattern) ?? NOTHING;
  }

  /** How many words it has. */
  wordsOf(beginning: number): number {
    return this.words[beginning] ?? 0;
  }

  /** Whether a phrase has more words. */
  goesOn(beginning: number): boolean {
    return this.goingOn[beginning] === 1;
  }
}
