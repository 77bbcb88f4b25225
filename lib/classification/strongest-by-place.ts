import { Theme } from './classification.ts';

/** For each theme the sum of its strongest word of each place. */
export class StrongestByPlace {
  private readonly sums = zeros();
  private readonly strongest = zeros();
  private readonly lastPlace: Partial<Record<Theme, number>> = {};

  /** Places come one after another. @param place of the sentence, or another number for the title */
  note(theme: Theme, place: number, size: number): void {
    if (this.lastPlace[theme] === place) {
      this.strongest[theme] = Math.max(this.strongest[theme], size);
      return;
    }
    this.sums[theme] += this.strongest[theme];
    this.strongest[theme] = size;
    this.lastPlace[theme] = place;
  }

  total(): Record<Theme, number> {
    const total = zeros();
    for (const theme of Theme.options) total[theme] = this.sums[theme] + this.strongest[theme];
    return total;
  }
}

const zeros = (): Record<Theme, number> => ({
  anniversary: 0,
  accountability: 0,
  testimony: 0,
  evidence: 0,
  officials: 0,
  denial: 0,
  repression: 0,
  politics: 0,
});
