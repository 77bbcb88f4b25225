import { Theme } from './classification.ts';

const PLACES = Object.fromEntries(Theme.options.map((theme, place) => [theme, place])) as Readonly<
  Record<Theme, number>
>;
/** No sentence, and not the title. */
const NOWHERE = Number.MIN_SAFE_INTEGER;

/** For each theme the sum of its strongest word of each place. */
export class StrongestByPlace {
  private readonly sums = new Float64Array(Theme.options.length);
  private readonly strongest = new Float64Array(Theme.options.length);
  private readonly lastPlaces = new Float64Array(Theme.options.length).fill(NOWHERE);

  /** Places come one after another. @param place of the sentence, or another number for the title */
  note(theme: Theme, place: number, size: number): void {
    const at = PLACES[theme];
    const strongest = this.strongest[at] ?? 0;
    if (this.lastPlaces[at] === place) {
      if (size > strongest) this.strongest[at] = size;
      return;
    }
    this.sums[at] = (this.sums[at] ?? 0) + strongest;
    this.strongest[at] = size;
    this.lastPlaces[at] = place;
  }

  total(): Record<Theme, number> {
    const totals = Theme.options.map((theme, at) => [theme, (this.sums[at] ?? 0) + (this.strongest[at] ?? 0)]);
    return Object.fromEntries(totals) as Record<Theme, number>;
  }
}
