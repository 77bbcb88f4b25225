import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import type { Stage } from '../pipeline.ts';
import { invokeHandler, type StageHandler } from './invoke-handler.ts';
import { reportFault } from './report-fault.ts';

/** Invokes a stage with the event that its schedule sends, and what an operator adds to it. A failure is reported, not thrown. */
export async function invokeSchedule(
  stage: Stage,
  handler: StageHandler,
  extra: Record<string, unknown> = {},
): Promise<void> {
  const event: ScheduledEvent = {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: 'us-east-1',
    resources: [`arn:aws:events:us-east-1:000000000000:rule/vigil-${stage.name}`],
    detail: {},
  };
  reportFault(stage, await invokeHandler(stage, handler, { ...event, ...extra }));
}
