/** Weights of a logistic regression: log odds that something holds. */
export interface FittedWeights {
  base: number;
  weights: number[];
}

/** How one sign may be weighed. */
export interface WeightRule {
  /** Keeps a weight small that few texts speak for. */
  penalty: number;
  least: number;
  most: number;
}

const MOST_STEPS = 40;
const LEAST_STEP = 1e-6;

/**
 * Logistic regression with a penalty on the squares of the weights, by Newton's method; a weight that would leave its bounds
 * stays at the bound.
 *
 * @param rows values of the same signs for every text
 * @param rules one for each sign; the base is free
 */
export function fitWeights(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  rules: readonly WeightRule[],
): FittedWeights {
  const base: WeightRule = { penalty: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const all = [...rules, base];
  const texts = rows.map((row) => [...row, 1].flatMap((value, place) => (value === 0 ? [] : [{ place, value }])));
  const found = new Array<number>(all.length).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const gradient = found.map((weight, place) => (all[place]?.penalty ?? 0) * weight);
    const curve = all.map(({ penalty }, row) => all.map((_, place) => (row === place ? penalty : 0)));
    for (const [index, signs] of texts.entries()) {
      const odds = signs.reduce((sum, { place, value }) => sum + value * (found[place] ?? 0), 0);
      const share = 1 / (1 + Math.exp(-odds));
      for (const { place: a, value } of signs) {
        gradient[a] = (gradient[a] ?? 0) + (share - Number(labels[index])) * value;
        const line = curve[a] as number[];
        for (const { place: b, value: other } of signs) line[b] = (line[b] ?? 0) + share * (1 - share) * value * other;
      }
    }
    const free = all.flatMap(({ least, most }, place) => {
      const weight = found[place] ?? 0;
      const slope = gradient[place] ?? 0;
      const isHeld = (weight <= least && slope > 0) || (weight >= most && slope < 0);
      return isHeld ? [] : [place];
    });
    const change = solve(
      free.map((row) => free.map((place) => curve[row]?.[place] ?? 0)),
      free.map((place) => gradient[place] ?? 0),
    );
    let largest = 0;
    for (const [index, place] of free.entries()) {
      const { least, most } = all[place] ?? base;
      const before = found[place] ?? 0;
      found[place] = Math.min(most, Math.max(least, before - (change[index] ?? 0)));
      largest = Math.max(largest, Math.abs(found[place] - before));
    }
    if (largest < LEAST_STEP) break;
  }
  return { base: found.at(-1) ?? 0, weights: found.slice(0, -1) };
}

/** Solves a positive definite system of equations by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lines = matrix.map((line, index) => Float64Array.from([...line, right[index] ?? 0]));
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = lines[pivot] as Float64Array;
    for (let below = pivot + 1; below < size; below += 1) {
      const line = lines[below] as Float64Array;
      const factor = (line[pivot] ?? 0) / (own[pivot] || 1e-9);
      if (factor === 0) continue;
      for (let place = pivot; place <= size; place += 1) line[place] = (line[place] ?? 0) - factor * (own[place] ?? 0);
    }
  }
  const solved = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = lines[row] as Float64Array;
    let sum = line[size] ?? 0;
    for (let place = row + 1; place < size; place += 1) sum -= (line[place] ?? 0) * (solved[place] ?? 0);
    solved[row] = sum / (line[row] || 1e-9);
  }
  return solved;
}
