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

const MOST_ROUNDS = 2000;
/** A round that moves no weight by more is the last. */
const LEAST_STEP = 1e-4;
/** The furthest that a weight moves first. */
const FIRST_REACH = 1;

/** One sign, by the texts that have it. */
interface Column extends WeightRule {
  texts: Int32Array;
  values: Float64Array;
}

/**
 * Logistic regression with a penalty on the squares of the weights, one weight after the other until none moves; a weight that
 * would leave its bounds stays at the bound. The curve is taken at its steepest within reach, so that no step goes too far
 * (Genkin, Lewis and Madigan: Large-scale Bayesian logistic regression for text categorization, 2007).
 *
 * @param rows values of the same signs for every text; what is absent is 0
 * @param rules one for each sign; the base is free
 */
export function fitWeights(
  rows: readonly ReadonlyMap<number, number>[],
  labels: readonly boolean[],
  rules: readonly WeightRule[],
): FittedWeights {
  const columns = columnsOf(rows, rules);
  const found = columns.map(({ least, most }) => Math.min(most, Math.max(least, 0)));
  const reach = columns.map(() => FIRST_REACH);
  const sides = Float64Array.from(labels, (label) => (label ? 1 : -1));
  const odds = new Float64Array(rows.length);
  for (const [place, column] of columns.entries()) shift(odds, column, found[place] ?? 0);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let largest = 0;
    for (const [place, column] of columns.entries()) {
      const before = found[place] ?? 0;
      const within = reach[place] ?? FIRST_REACH;
      const step = Math.min(within, Math.max(-within, stepOf(column, before, odds, sides, within)));
      const after = Math.min(column.most, Math.max(column.least, before + step));
      const moved = after - before;
      reach[place] = Math.max(2 * Math.abs(moved), within / 2);
      if (moved === 0) continue;
      found[place] = after;
      shift(odds, column, moved);
      largest = Math.max(largest, Math.abs(moved));
    }
    if (largest < LEAST_STEP) break;
  }
  return { base: found.at(-1) ?? 0, weights: found.slice(0, -1) };
}

function columnsOf(rows: readonly ReadonlyMap<number, number>[], rules: readonly WeightRule[]): Column[] {
  const cells: [text: number, value: number][][] = rules.map(() => []);
  for (const [text, row] of rows.entries()) for (const [sign, value] of row) cells[sign]?.push([text, value]);
  const base = { penalty: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const everywhere = rows.map((_, text): [number, number] => [text, 1]);
  return [...cells, everywhere].map((own, sign) => ({
    ...(rules[sign] ?? base),
    texts: Int32Array.from(own, ([text]) => text),
    values: Float64Array.from(own, ([, value]) => value),
  }));
}

function shift(odds: Float64Array, { texts, values }: Column, by: number): void {
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? 0;
    odds[text] = (odds[text] ?? 0) + by * (values[at] ?? 0);
  }
}

function stepOf(
  { texts, values, penalty }: Column,
  weight: number,
  odds: Float64Array,
  sides: Float64Array,
  within: number,
): number {
  let slope = penalty * weight;
  let curve = penalty + 1e-9;
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? 0;
    const value = values[at] ?? 0;
    const side = sides[text] ?? 1;
    const margin = side * (odds[text] ?? 0);
    slope -= (side * value) / (1 + Math.exp(margin));
    const far = Math.abs(margin) - Math.abs(within * value);
    curve += value * value * (far <= 0 ? 0.25 : 1 / (2 + Math.exp(far) + Math.exp(-far)));
  }
  return -slope / curve;
}
