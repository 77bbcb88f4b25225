import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudStage } from './cloud-stage.ts';
import { startEnvironment } from './execution-environment.ts';
import type { FunctionPool } from './function-pool.ts';
import { httpEventOf } from './http-api.ts';

/** Milliseconds of one cold start. */
export interface ColdStart {
  /** From the start of the process until it asked for its first event. */
  init: number;
  /** Of the first invocation, with an event that gives it nothing to do. */
  first: number;
}

/** Starts a function anew, once after the other, on this machine's processor. */
export async function measureColdStarts(cloud: CloudStage, pool: FunctionPool, runs: number): Promise<ColdStart[]> {
  const measured: ColdStart[] = [];
  for (let run = 0; run < runs; run += 1) {
    const environment = await startEnvironment(pool.deployed, { ...pool.needs, onLine: () => {} });
    const end = await environment.invoke(idleEvent(cloud, pool));
    await environment.close();
    if (end.status !== 'response') throw new Error(`${pool.deployed.stage}: ${end.reason}`);
    measured.push({ init: environment.initMilliseconds, first: end.milliseconds });
  }
  return measured;
}

/** What a function is asked that has nothing to do. */
function idleEvent(cloud: CloudStage, { deployed }: FunctionPool): unknown {
  if (deployed.stage === 'web') return httpEventOf(cloud.world.pageUrl, { method: 'GET', path: '/robots.txt' });
  return cloud.scheduledEvent(deployed) ?? { Records: [] };
}

/** Bytes of code in a bundle, without source maps. */
export function codeBytes(folder: string): number {
  const files = readdirSync(folder).filter((file) => /\.m?js$/.test(file));
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
