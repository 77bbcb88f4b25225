import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName, Stage } from '../pipeline.ts';

/** What alarms and dashboard look at. */
export interface WatchedResources {
  /** Of the outcomes. */
  namespace: string;
  stages: readonly { stage: Stage; lambda: LambdaFunction }[];
  queues: Readonly<Record<QueueName, Queue>>;
  api: HttpApi;
  topic: ITopic;
}
