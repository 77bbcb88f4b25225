import { countInto } from '../lib/aws/usage-meter.ts';
import { noUsage, type Usage } from '../lib/cost/usage.ts';

/** By what it is for, then by unit. */
export type Figures = Record<string, Record<string, number>>;

/** What some work used, with the processor time of this process and its workers. */
export type Spent = Usage & { cpuMilliseconds: number };

/** Mean of one piece of work. */
export async function meanOf<T>(
  stage: string,
  pieces: readonly T[],
  work: (piece: T) => Promise<unknown>,
): Promise<Spent> {
  const usage = noUsage();
  const before = process.cpuUsage();
  for (const piece of pieces) await countInto(stage, usage, () => work(piece));
  const { user, system } = process.cpuUsage(before);
  const means = Object.entries(usage).map(([name, amount]) => [name, amount / pieces.length]);
  return { ...Object.fromEntries(means), cpuMilliseconds: (user + system) / 1000 / pieces.length };
}

/** Some units of it. */
export const pick = (spent: Spent, ...units: (keyof Spent)[]) =>
  Object.fromEntries(units.map((unit) => [unit, spent[unit]]));
