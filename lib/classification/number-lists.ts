/**
 * Lists of numbers, one behind another in the memory: a look into an array of arrays goes to a new place for each list,
 * which costs more than all else where a text asks for hundreds of them.
 */
export class NumberLists {
  private readonly starts: Int32Array;
  private readonly numbers: Int32Array;

  constructor(lists: readonly (readonly number[])[]) {
    this.starts = new Int32Array(lists.length + 1);
    for (const [list, { length }] of lists.entries()) this.starts[list + 1] = (this.starts[list] ?? 0) + length;
    this.numbers = Int32Array.from(lists.flat());
  }

  /** Where the list begins; the next one begins where it ends. */
  startOf(list: number): number {
    return this.starts[list] ?? 0;
  }

  /** The number at a place from `startOf(list)` on. */
  at(place: number): number {
    return this.numbers[place] ?? 0;
  }
}
