/** Weights of a logistic regression: log odds that something holds. */
export interface FittedWeights {
  base: number;
  weights: number[];
}

const MOST_STEPS = 30;
const LEAST_STEP = 1e-6;

/**
 * Logistic regression with a penalty on the squares of the weights, by Newton's method.
 *
 * @param rows values of the same signs for every text
 * @param penalty keeps weights small that few texts speak for; the base is free
 */
export function fitWeights(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  penalty: number,
): FittedWeights {
  const size = (rows[0]?.length ?? 0) + 1;
  const full = rows.map((row) => [...row, 1]);
  const found = new Array<number>(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const gradient = found.map((weight, place) => (place < size - 1 ? penalty * weight : 0));
    const curve = found.map((_, row) => found.map((_, place) => (row === place && row < size - 1 ? penalty : 0)));
    for (const [index, row] of full.entries()) {
      const odds = row.reduce((sum, value, place) => sum + value * (found[place] ?? 0), 0);
      const share = 1 / (1 + Math.exp(-odds));
      const used = row.flatMap((value, place) => (value === 0 ? [] : [place]));
      for (const a of used) {
        const value = row[a] ?? 0;
        gradient[a] = (gradient[a] ?? 0) + (share - Number(labels[index])) * value;
        const line = curve[a] as number[];
        for (const b of used) line[b] = (line[b] ?? 0) + share * (1 - share) * value * (row[b] ?? 0);
      }
    }
    const change = solve(curve, gradient);
    for (const [place, by] of change.entries()) found[place] = (found[place] ?? 0) - by;
    if (Math.max(...change.map(Math.abs)) < LEAST_STEP) break;
  }
  return { base: found.at(-1) ?? 0, weights: found.slice(0, -1) };
}

/** Solves a positive definite system of equations by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lines = matrix.map((line, index) => [...line, right[index] ?? 0]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = lines[pivot] as number[];
    for (let below = pivot + 1; below < size; below += 1) {
      const line = lines[below] as number[];
      const factor = (line[pivot] ?? 0) / (own[pivot] || 1e-9);
      if (factor === 0) continue;
      for (let place = pivot; place <= size; place += 1) line[place] = (line[place] ?? 0) - factor * (own[place] ?? 0);
    }
  }
  const solved = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = lines[row] as number[];
    let sum = line[size] ?? 0;
    for (let place = row + 1; place < size; place += 1) sum -= (line[place] ?? 0) * (solved[place] ?? 0);
    solved[row] = sum / (line[row] || 1e-9);
  }
  return solved;
}
