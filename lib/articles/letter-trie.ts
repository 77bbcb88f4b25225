/** Where every word begins. */
export const ROOT = 0;
/** The state after letters with which no word begins: the root, which no letter leads to. */
export const NOWHERE = 0;
/** The word of a state in which none ends. */
export const NO_WORD = -1;

/** Numbers of one state: what is added to a letter for the next state, the state it is reached from, the word that ends. */
const NUMBERS = 3;
const [BASE, FROM, WORD] = [0, 1, 2];
const FREE = -1;
/** Where so many places are taken no free one is looked for again. */
const CROWDED = 0.95;

/**
 * Words looked for letter by letter, all at once. A double array (Aoe 1989): state and letter together give the next
 * state, so that a letter costs one look and the whole stays in the processor's cache. A state is the place of its
 * numbers.
 */
export class LetterTrie {
  private numbers = new Int32Array(NUMBERS * 1024).fill(FREE);
  private end = NUMBERS;
  private searchedFrom = 1;

  /** @param words each once; one without letters is never found */
  constructor(words: readonly string[]) {
    const sorted = [...words.keys()]
      .filter((index) => words[index] !== '')
      .map((index) => ({ letters: words[index] ?? '', index }))
      .sort((a, b) => (a.letters < b.letters ? -1 : 1));
    this.numbers[ROOT + BASE] = 0;
    // Breadth first: the states after first letters, asked for most, lie side by side.
    const waiting = [{ state: ROOT, depth: 0, from: 0, to: sorted.length }];
    for (const { state, depth, from, to } of waiting) {
      const first = sorted[from];
      const isWord = first?.letters.length === depth;
      if (isWord) this.numbers[state + WORD] = first.index;
      const groups = groupByLetter(sorted, isWord ? from + 1 : from, to, depth);
      if (groups.length === 0) continue;
      const base = this.baseFor(groups);
      this.numbers[state + BASE] = base * NUMBERS;
      for (const { code, ...group } of groups)
        waiting.push({ state: this.take(base + code, state), depth: depth + 1, ...group });
    }
    this.numbers = this.numbers.slice(0, this.end);
  }

  /** @param code UTF-16 code unit */
  next(state: number, code: number): number {
    const reached = (this.numbers[state + BASE] ?? 0) + code * NUMBERS;
    // A look behind the end would give undefined, and make every look slow.
    return reached < this.end && this.numbers[reached + FROM] === state ? reached : NOWHERE;
  }

  /** The place in their list of the word whose letters led to the state. */
  wordAt(state: number): number {
    return this.numbers[state + WORD] ?? NO_WORD;
  }

  /** A number that leads each of the letters to a free place. @param letters in ascending order */
  private baseFor(letters: readonly { code: number }[]): number {
    const lowest = letters[0]?.code ?? 0;
    const from = Math.max(this.searchedFrom, lowest);
    let taken = 0;
    for (let place = from; ; place += 1) {
      const base = place - lowest;
      if (!letters.every(({ code }) => this.isFree(base + code))) {
        if (!this.isFree(place)) taken += 1;
        continue;
      }
      if (taken >= CROWDED * (place - from + 1)) this.searchedFrom = place;
      return base;
    }
  }

  private isFree(place: number): boolean {
    return (this.numbers[place * NUMBERS + FROM] ?? FREE) === FREE;
  }

  /** @returns the state that lies there now */
  private take(place: number, from: number): number {
    const state = place * NUMBERS;
    if (state + NUMBERS > this.numbers.length) {
      const more = new Int32Array(2 * (state + NUMBERS)).fill(FREE);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[state + BASE] = 0;
    this.numbers[state + FROM] = from;
    this.end = Math.max(this.end, state + NUMBERS);
    return state;
  }
}

/** Words in order that are the same as far as this depth, parted by their next letter. */
function groupByLetter(words: readonly { letters: string }[], from: number, to: number, depth: number) {
  const groups: { code: number; from: number; to: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const code = words[at]?.letters.charCodeAt(depth) ?? 0;
    const last = groups.at(-1);
    if (last?.code === code) last.to = at + 1;
    else groups.push({ code, from: at, to: at + 1 });
  }
  return groups;
}
