import { join } from 'node:path';
import type { StageName } from '../../lib/pipeline.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { type DeployedStack, startDeployedStack } from './deployed-stack.ts';
import { driveQueues, type QueueDriver } from './drive-queues.ts';
import type { InvocationEnd } from './execution-environment.ts';
import type { FunctionPool } from './function-pool.ts';
import { type HttpAnswer, type HttpRequest, httpEventOf, readHttpApi } from './http-api.ts';
import { openOperatorStores } from './operator-stores.ts';
import { type OutsideWorld, startOutsideWorld } from './outside-world.ts';
import { readSchedules } from './scheduled-start.ts';
import { stageOfFunction, synthesiseBundled } from './synthesise-bundled.ts';
import type { TemplateDocument } from './template-document.ts';

/** Everything that a scenario is played on: the stack as deployed, the world outside, and the operator's own hands. */
export interface CloudStage {
  stack: DeployedStack;
  queues: QueueDriver;
  world: OutsideWorld;
  operator: ReturnType<typeof openOperatorStores>;
  functionOf(stage: StageName): FunctionPool;
  /** What the schedule of a function would send now; undefined for one that no schedule starts. */
  scheduledEvent(deployed: DeployedFunction): unknown;
  /** The schedule of the stage fires. */
  tick(stage: StageName, time?: Date): Promise<InvocationEnd>;
  /** A browser or a program asks the page. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/**
 * @param folder is filled with bundles, assembly and data
 * @param alter breaks the template before it is deployed, to see that it is noticed
 */
export async function openCloudStage(
  folder: string,
  alter: (template: TemplateDocument) => void = () => {},
): Promise<CloudStage> {
  const bundled = await synthesiseBundled(folder);
  alter(bundled.template);
  await using opened = new AsyncDisposableStack();
  const world = opened.adopt(await startOutsideWorld(bundled.template), (one) => one.close());
  const stack = await startDeployedStack({
    ...bundled,
    dataDir: join(folder, 'data'),
    stageOf: stageOfFunction,
    addedTo: world.variablesOf,
  });
  opened.adopt(stack, (one) => one.close());
  const queues = await driveQueues(stack);
  const schedules = readSchedules(stack.template, stack.resolve);
  const api = readHttpApi(stack.template, stack.resolve);
  const operator = opened.adopt(openOperatorStores(stack), (stores) => stores.close());
  const functionBy = (fits: (pool: FunctionPool) => boolean): FunctionPool => {
    const found = stack.functions.find(fits);
    if (!found) throw new Error('the template has no such function');
    return found;
  };
  const functionOf = (stage: StageName) => functionBy(({ deployed }) => deployed.stage === stage);

  const all = opened.move();
  return {
    stack,
    queues,
    world,
    operator,
    functionOf,
    scheduledEvent: ({ arn }) => schedules.find(({ functionArn }) => functionArn === arn)?.eventAt(new Date()),
    async tick(stage, time = new Date()) {
      const { arn } = functionOf(stage).deployed;
      const schedule = schedules.find(({ functionArn }) => functionArn === arn);
      if (!schedule) throw new Error(`no schedule starts ${stage}`);
      const call = { action: 'lambda:InvokeFunction', resources: [arn], conditions: {} };
      if (!stack.ledger.authorise(schedule.roleId, call)) throw new Error(`the schedule of ${stage} may not start it`);
      return functionOf(stage).invoke(schedule.eventAt(time));
    },
    async ask(request) {
      const end = await functionBy(({ deployed }) => deployed.arn === api.functionArn).invoke(
        httpEventOf(api.url, request),
      );
      if (end.status !== 'response') throw new Error(`${request.method} ${request.path}: ${end.reason}`);
      return end.payload as HttpAnswer;
    },
    close: () => all.disposeAsync(),
  };
}
