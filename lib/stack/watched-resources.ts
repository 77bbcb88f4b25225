import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName } from '../pipeline.ts';
import type { StageFunction } from './stage-function.ts';
import type { StageSchedules } from './stage-schedules.ts';

/** What alarms and dashboard look at. */
export interface WatchedResources {
  /** Of the metrics that count ends. */
  namespace: string;
  functions: readonly StageFunction[];
  queues: Readonly<Record<QueueName, Queue>>;
  schedules: StageSchedules;
  api: HttpApi;
  topic: ITopic;
}
