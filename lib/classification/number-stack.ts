/** Numbers put down one after another and used again for the next text, so that a text leaves nothing to be cleared away. */
export class NumberStack {
  length = 0;
  private numbers = new Int32Array(LEAST_ROOM);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const more = new Int32Array(2 * this.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }

  /** @param place below `length` */
  at(place: number): number {
    return this.numbers[place] ?? 0;
  }

  has(number: number, from: number): boolean {
    for (let place = from; place < this.length; place += 1) if (this.numbers[place] === number) return true;
    return false;
  }

  /** Empties it. The room that a huge text took is given back. */
  clear(): void {
    this.length = 0;
    if (this.numbers.length > MOST_ROOM_KEPT) this.numbers = new Int32Array(LEAST_ROOM);
  }
}

const LEAST_ROOM = 256;
const MOST_ROOM_KEPT = 65_536;
