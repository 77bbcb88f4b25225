import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ColdStart, median } from '../test/cloud/cold-start.ts';
import { machineCaveat } from '../test/cloud/print-proof.ts';
import { type FunctionProof, proveCloud } from '../test/cloud/prove-cloud.ts';

const RUNS = 11;

/** Size, cold start and memory of each deployed function, as the synthesised stack runs it. */
export async function benchLambda(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-lambda-'));
  try {
    const { functions, problems } = await proveCloud(folder, {
      coldStarts: RUNS,
      onStep: (step) => process.stderr.write(`\rlambda: ${step}\x1b[K`),
    });
    process.stderr.write('\r\x1b[K');
    if (problems.length > 0)
      throw new Error(`nothing is measured on a stack that does not hold: ${problems.join('; ')}`);
    console.log(`\nlambda, ${RUNS} cold starts each, minimum / median / maximum`);
    console.table(Object.fromEntries(functions.map((one) => [one.stage, rowOf(one)])));
    console.log(machineCaveat());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf({ bundleBytes, coldStarts, peakMegabytes, memoryMegabytes }: FunctionProof) {
  const spread = (of: (start: ColdStart) => number) => {
    const values = coldStarts.map(of);
    return [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(0)).join(' / ');
  };
  return {
    'code MB': (bundleBytes / 1_000_000).toFixed(2),
    'start to first event, ms': spread(({ init }) => init),
    'first event, ms': spread(({ first }) => first),
    'most memory of the run, MB': `${peakMegabytes.toFixed(0)} of ${memoryMegabytes}`,
  };
}
