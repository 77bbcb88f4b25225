import type { Context } from 'aws-lambda';
import { createMailEventsHandler } from '../../lambdas/mail-events/create-mail-events-handler.ts';
import { createSendDigestsHandler } from '../../lambdas/send-digests/create-send-digests-handler.ts';
import type { StageHandler } from '../../lib/local/invoke-handler.ts';
import { stages } from '../../lib/pipeline.ts';
import { type Process, processes, startProcess } from './process.ts';
import type { World, WorldNeeds } from './world.ts';

/** The stages that are driven: each the function that `lambdas/<stage>/handler.ts` exports, on the world's ports. */
const FUNCTIONS = {
  'send-digests': (needs: WorldNeeds) => createSendDigestsHandler(needs),
  'mail-events': (needs: WorldNeeds, { queue }: World) => createMailEventsHandler(needs, queue.client),
};

/**
 * Starts a function as Lambda does: a container of its own, event and answer as JSON, and an end at its time-out.
 *
 * @returns undefined when it came to no end, or failed
 */
export async function invokeFunction(
  world: World,
  name: keyof typeof FUNCTIONS,
  event: object,
): Promise<{ response: unknown } | undefined> {
  const { clock } = world;
  const timeoutSeconds = stages.find((stage) => stage.name === name)?.timeoutSeconds ?? 0;
  const process: Process = { isGone: false, deadline: clock.now + timeoutSeconds * 1000 };
  const handler = FUNCTIONS[name](startProcess(world, process), world) as StageHandler;
  const context = { getRemainingTimeInMillis: () => process.deadline - clock.now } as Context;
  const sent = JSON.parse(JSON.stringify(event)) as never;
  try {
    const response = await processes.run(process, async () => handler(sent, context));
    return process.isGone ? undefined : { response: JSON.parse(JSON.stringify(response ?? null)) };
  } catch {
    return undefined;
  }
}
