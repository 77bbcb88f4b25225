/** A way to do the same work; the first of a bench is the peer that the others are compared with. */
export interface Contender<T> {
  name: string;
  /** Does the work on one input. What it throws is counted as a failure. */
  run: (input: T) => unknown;
}

const ROUNDS = 5;

/** A round of less tells more of the moment, and of what the process did before, than of the work. */
const LEAST_SECONDS = 1;

/** Passes over all inputs, one where it is long enough. What is told is of one pass, the mean. */
export interface Round {
  cpuSeconds: number;
  /** CPU milliseconds of each input, all threads of the process together: what else the machine does stays out. */
  milliseconds: number[];
  failures: number;
}

export interface Measured {
  name: string;
  rounds: Round[];
}

/** Runs the contenders in turn, round by round, so that what the machine does meanwhile strikes all alike. */
export async function measure<T>(
  title: string,
  inputs: readonly T[],
  contenders: readonly Contender<T>[],
): Promise<void> {
  const results = contenders.map(({ name }) => newMeasured(name));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const told = await runRound(contender.run, inputs);
      const result = results[index];
      // The first round warms up and is not counted.
      if (result && round > 0) noteRound(result, told);
    }
    process.stderr.write(`\r${title}: round ${round} of ${ROUNDS}`);
  }
  process.stderr.write('\r\x1b[K');
  printMeasured(title, results, ROUNDS);
}

export function newMeasured(name: string): Measured {
  return { name, rounds: [] };
}

export function noteRound(result: Measured, round: Round): void {
  result.rounds.push(round);
}

/** Does the work on every input, again and again until the round is long enough. */
export async function runRound<T>(run: (input: T) => unknown, inputs: readonly T[]): Promise<Round> {
  const before = process.cpuUsage();
  const milliseconds = inputs.map(() => 0);
  let failures = 0;
  let passes = 0;
  do {
    failures = 0;
    for (const [place, input] of inputs.entries()) {
      const started = process.cpuUsage();
      try {
        await run(input);
      } catch {
        failures += 1;
      }
      milliseconds[place] = (milliseconds[place] ?? 0) + seconds(process.cpuUsage(started)) * 1000;
    }
    passes += 1;
  } while (seconds(process.cpuUsage(before)) < LEAST_SECONDS);
  return {
    cpuSeconds: seconds(process.cpuUsage(before)) / passes,
    milliseconds: milliseconds.map((sum) => sum / passes),
    failures,
  };
}

const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;

/**
 * Prints a table, ratios to the first contender first: inputs per CPU second (median of the rounds, and of the slowest
 * one), median and 95th percentile of the inputs' CPU times (each input's median over the rounds).
 *
 * @param peaks megabytes of each contender's own process
 */
export function printMeasured(
  title: string,
  results: readonly Measured[],
  rounds: number,
  peaks?: ReadonlyMap<string, number>,
): void {
  const [peer, ...others] = results.map(summarise);
  if (!peer) return;
  const where = peaks ? 'a process each' : 'one process';
  console.log(`\n${title}: ${peer.inputs} inputs, median of ${rounds} rounds, ${where}; CPU time, ratios to the first`);
  const heads = [
    'CPU',
    'median',
    'p95',
    'per CPU s',
    'slowest',
    'median ms',
    'p95 ms',
    ...(peaks ? ['peak MB'] : []),
    'failed',
  ];
  console.log(`${heads.map((head) => head.padStart(9)).join('  ')}  contender`);
  for (const { name, rate, slowest, median, p95, failures } of [peer, ...others]) {
    const cells = [
      times(rate / peer.rate),
      times(peer.median / median),
      times(peer.p95 / p95),
      rate.toFixed(1),
      slowest.toFixed(1),
      median.toFixed(2),
      p95.toFixed(2),
      ...(peaks ? [(peaks.get(name) ?? Number.NaN).toFixed(0)] : []),
      String(failures),
    ];
    console.log(`${cells.map((cell) => cell.padStart(9)).join('  ')}  ${name}`);
  }
}

function summarise({ name, rounds }: Measured) {
  const inputs = rounds[0]?.milliseconds.length ?? 0;
  const milliseconds = Array.from({ length: inputs }, (_, index) =>
    quantile(
      rounds.map((round) => round.milliseconds[index] ?? Number.NaN),
      0.5,
    ),
  );
  const cpuSeconds = rounds.map((round) => round.cpuSeconds);
  return {
    name,
    inputs,
    rate: inputs / quantile(cpuSeconds, 0.5),
    slowest: inputs / Math.max(...cpuSeconds),
    median: quantile(milliseconds, 0.5),
    p95: quantile(milliseconds, 0.95),
    failures: rounds.at(-1)?.failures ?? 0,
  };
}

const times = (ratio: number) => `${ratio.toFixed(2)} ×`;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
