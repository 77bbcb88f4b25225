/** A way to do the same work; the first of a bench is the peer that the others are compared with. */
export interface Contender<T> {
  name: string;
  /** Does the work on one input. What it throws is counted as a failure. */
  run: (input: T) => unknown;
}

const ROUNDS = 5;

interface Measured {
  name: string;
  /** CPU seconds of a round over all inputs, one for each round. */
  cpuSeconds: number[];
  /** Wall-clock milliseconds of each input in the last round. */
  milliseconds: number[];
  failures: number;
}

/** Runs the contenders in turn, round by round, so that what the machine does meanwhile strikes all alike. */
export async function measure<T>(
  title: string,
  inputs: readonly T[],
  contenders: readonly Contender<T>[],
): Promise<void> {
  const results = contenders.map(({ name }): Measured => ({ name, cpuSeconds: [], milliseconds: [], failures: 0 }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const result = results[index];
      // The first round warms up and is not counted.
      if (result) await measureRound(contender, inputs, result, round > 0);
    }
    process.stderr.write(`\r${title}: round ${round} of ${ROUNDS}`);
  }
  process.stderr.write('\r\x1b[K');
  print(title, inputs.length, results);
}

async function measureRound<T>(
  { run }: Contender<T>,
  inputs: readonly T[],
  result: Measured,
  isCounted: boolean,
): Promise<void> {
  const before = process.cpuUsage();
  const milliseconds: number[] = [];
  let failures = 0;
  for (const input of inputs) {
    const startedAt = performance.now();
    try {
      await run(input);
    } catch {
      failures += 1;
    }
    milliseconds.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(before);
  if (!isCounted) return;
  result.cpuSeconds.push((user + system) / 1e6);
  Object.assign(result, { milliseconds, failures });
}

function print(title: string, count: number, results: readonly Measured[]): void {
  const rate = (result: Measured) => count / quantile(result.cpuSeconds, 0.5);
  const peer = results[0];
  console.log(`\n${title}: ${count} inputs, median of ${ROUNDS} rounds, one process`);
  console.log(
    `${'ratio'.padStart(8)}  ${'per CPU s'.padStart(10)}  ${'median ms'.padStart(10)}  ${'p95 ms'.padStart(8)}  ${'failed'.padStart(6)}  contender`,
  );
  for (const result of results) {
    const ratio = peer ? rate(result) / rate(peer) : 1;
    const cells = [
      `${ratio.toFixed(2)} ×`.padStart(8),
      rate(result).toFixed(1).padStart(10),
      quantile(result.milliseconds, 0.5).toFixed(2).padStart(10),
      quantile(result.milliseconds, 0.95).toFixed(2).padStart(8),
      String(result.failures).padStart(6),
    ];
    console.log(`${cells.join('  ')}  ${result.name}`);
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
