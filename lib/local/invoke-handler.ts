import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { payloadLimits, type Stage } from '../pipeline.ts';

/** What a deployed stage exports as `handler`. */
export type StageHandler = (event: never, context: Context) => unknown;

export type InvocationEnd = { status: 'done'; response: unknown } | { status: 'fault'; reason: string };

type InvokedStage = Pick<Stage, 'name' | 'timeoutSeconds' | 'memoryMegabytes'>;

/**
 * Calls a handler as Lambda would: event and response travel as JSON within the payload limit, and the stage's time-out
 * ends the wait. What a timed-out handler still does cannot be stopped here, as it could there.
 */
export async function invokeHandler(
  stage: InvokedStage,
  handler: StageHandler,
  event: unknown,
): Promise<InvocationEnd> {
  const timeoutMilliseconds = stage.timeoutSeconds * 1000;
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`timed out after ${stage.timeoutSeconds} s`));
    timer = setTimeout(fail, timeoutMilliseconds);
  });
  try {
    const payload = asJson('event', event);
    const context = contextOf(stage, Date.now() + timeoutMilliseconds);
    const response = await Promise.race([
      Promise.resolve().then(() => handler(JSON.parse(payload) as never, context)),
      timedOut,
    ]);
    return { status: 'done', response: JSON.parse(asJson('response', response ?? null)) };
  } catch (error) {
    return { status: 'fault', reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

function asJson(what: 'event' | 'response', value: unknown): string {
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  if (bytes > payloadLimits.invocationBytes) {
    throw new Error(`${what} of ${bytes} bytes, Lambda takes at most ${payloadLimits.invocationBytes}`);
  }
  return json;
}

function contextOf({ name, memoryMegabytes }: InvokedStage, deadline: number): Context {
  return {
    functionName: `vigil-${name}`,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:vigil-${name}`,
    memoryLimitInMB: String(memoryMegabytes),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/vigil-${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: refuseCallback,
    fail: refuseCallback,
    succeed: refuseCallback,
  };
}

function refuseCallback(): never {
  throw new Error('Node 24 functions answer with a promise');
}
