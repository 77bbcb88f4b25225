import { randomUUID } from 'node:crypto';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

/** What a clock starts: a schedule of EventBridge. */
export interface ScheduledStart {
  functionArn: string;
  /** Of the schedule, in the template. */
  roleId: string;
  /** What is sent at a time. */
  eventAt: (time: Date) => unknown;
}

/** @throws for a schedule that is switched off or sends its event otherwise */
export function readSchedules(template: TemplateDocument, resolve: (value: unknown) => unknown): ScheduledStart[] {
  return resourcesOfType(template, 'AWS::Scheduler::Schedule').map(([id, { State, Target }]) => {
    const { Arn, Input, RoleArn } = Target as { Arn: unknown; Input?: unknown; RoleArn: unknown };
    if (State === 'DISABLED' || Input === undefined) throw new Error(`${id}: a schedule like this is not played here`);
    const roleId = (RoleArn as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0];
    return {
      functionArn: String(resolve(Arn)),
      roleId,
      eventAt: (time) => JSON.parse(fillIn(String(resolve(Input)), time)),
    };
  });
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function fillIn(input: string, time: Date): string {
  return input
    .replaceAll('<aws.scheduler.scheduled-time>', time.toISOString().replace(/\.\d{3}Z$/, 'Z'))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
