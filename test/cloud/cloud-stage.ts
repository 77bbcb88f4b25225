import { join } from 'node:path';
import { type Newsroom, startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import type { StageName } from '../../lib/pipeline.ts';
import { startIssuer } from '../web/loopback-issuer.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { type DeployedStack, startDeployedStack } from './deployed-stack.ts';
import { driveQueues, type QueueDriver } from './drive-queues.ts';
import type { InvocationEnd } from './execution-environment.ts';
import type { FunctionPool } from './function-pool.ts';
import { type HttpAnswer, type HttpRequest, httpEventOf, readHttpApi } from './http-api.ts';
import { openOperatorStores } from './operator-stores.ts';
import { readClientId, readPageUrl } from './page-of-template.ts';
import { readSchedules } from './scheduled-start.ts';
import { type BundledStack, stageOfFunction, synthesiseBundled } from './synthesise-bundled.ts';
import { startTroubledOutlet, type TroubledOutlet } from './troubled-outlet.ts';

/** Everything that a scenario is played on: the stack as deployed, the world outside, and the operator's own hands. */
export interface CloudStage {
  bundled: BundledStack;
  stack: DeployedStack;
  queues: QueueDriver;
  newsroom: Newsroom;
  outlet: TroubledOutlet;
  operator: ReturnType<typeof openOperatorStores>;
  pageUrl: string;
  /** Of somebody who may open the page, at the issuer. */
  account: string;
  functionOf(stage: StageName): FunctionPool;
  /** What the schedule of a function would send now; undefined for one that no schedule starts. */
  scheduledEvent(deployed: DeployedFunction): unknown;
  /** The schedule of the stage fires. */
  tick(stage: StageName, time?: Date): Promise<InvocationEnd>;
  /** A browser or a program asks the page. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const ACCOUNT = 'nasrin';

/** @param folder is filled with bundles, assembly and data */
export async function openCloudStage(folder: string): Promise<CloudStage> {
  const now = new Date();
  const bundled = await synthesiseBundled(folder);
  const newsroom = await startNewsroom({ now });
  const outlet = await startTroubledOutlet(now);
  const pageUrl = readPageUrl(bundled.template);
  const issuer = await startIssuer({
    publicUrl: pageUrl,
    accounts: { [ACCOUNT]: { email: 'reader@vigil.example', email_verified: true } },
    client: { client_id: readClientId(bundled.template) },
  });
  const stack = await startDeployedStack({
    ...bundled,
    dataDir: join(folder, 'data'),
    stageOf: stageOfFunction,
    // Two variables are not the template's, because the world of this run lies on loopback: the fetcher refuses it
    // unless it is told, which no deployed function is, and the user pool is AWS's.
    addedTo: (stage): Record<string, string> => {
      if (stage === 'web') return { SIGN_IN_ISSUER: issuer.issuer };
      return ['fetch-feed', 'read-article'].includes(stage)
        ? { ALLOWED_ORIGINS: [newsroom.url, outlet.url].join(',') }
        : {};
    },
  });
  const queues = await driveQueues(stack);
  const schedules = readSchedules(stack.template, stack.resolve);
  const api = readHttpApi(stack.template, stack.resolve);
  const operator = openOperatorStores(stack);
  const functionBy = (fits: (pool: FunctionPool) => boolean): FunctionPool => {
    const found = stack.functions.find(fits);
    if (!found) throw new Error('the template has no such function');
    return found;
  };
  const functionOf = (stage: StageName) => functionBy(({ deployed }) => deployed.stage === stage);

  return {
    bundled,
    stack,
    queues,
    newsroom,
    outlet,
    operator,
    pageUrl,
    account: ACCOUNT,
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
    async close() {
      operator.close();
      await stack.close();
      await Promise.all([newsroom.close(), outlet.close(), issuer.close()]);
    },
  };
}
