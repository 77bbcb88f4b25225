import { type StageName, stages } from '../pipeline.ts';
import type { StageHandler } from './invoke-handler.ts';

export type StageHandlers = Partial<Record<StageName, StageHandler>>;

/**
 * The deployed functions' handlers, without the page's. They build their services when they are loaded, so the
 * environment must be complete before.
 */
export async function loadStageHandlers(): Promise<StageHandlers> {
  const driven = stages.filter((stage) => stage.trigger.kind !== 'http');
  const loaded = driven.map(async ({ name }) => {
    const module: { handler: StageHandler } = await import(`../../lambdas/${name}/handler.ts`);
    return [name, module.handler] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}
