import { type StageName, stages } from '../pipeline.ts';
import { ASSUMED } from './assumptions.ts';
import { sumOfUsage, type Usage } from './usage.ts';

export interface Running {
  invocations: number;
  /** Billed, of all invocations. */
  milliseconds: number;
}

/** A modelled stage's usage: what follows from its invocations, their time and the memory of its row, and the rest. */
export function usageOfStage(name: StageName, { invocations, milliseconds }: Running, rest: Partial<Usage>): Usage {
  return sumOfUsage([
    rest,
    {
      invocations,
      megabyteMilliseconds: milliseconds * memoryOf(name),
      // The write of the counters.
      writeUnits: invocations,
      logBytes: invocations * ASSUMED.lambdaLogBytes,
    },
  ]);
}

/** Billed milliseconds of so much work on one whole processor. */
export const onProcessorOf = (name: StageName, cpuMilliseconds: number): number =>
  cpuMilliseconds / Math.min(1, memoryOf(name) / ASSUMED.megabytesOfAProcessor);

const memoryOf = (name: StageName): number => stages.find((stage) => stage.name === name)?.memoryMegabytes ?? 0;
