import { Duration } from 'aws-cdk-lib';
import { type HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName, Trigger } from '../pipeline.ts';
import type { StageFunction } from './stage-function.ts';
import type { StageSchedules } from './stage-schedules.ts';

export interface TriggerSources {
  queues: Readonly<Record<QueueName, Queue>>;
  schedules: StageSchedules;
  api: HttpApi;
}

/**
 * What Lambda's poller does with the function's role, and what the function does itself: put off what it has no time for.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
const CONSUMING = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility'];

/** Lets a row's trigger start its function, and nothing else. */
export function attachTrigger(
  stage: StageFunction,
  trigger: Trigger,
  { queues, schedules, api }: TriggerSources,
): void {
  switch (trigger.kind) {
    case 'schedule': {
      const period = Duration.minutes(trigger.everyMinutes);
      // The next tick is the retry of one that failed or came too late.
      stage.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: period });
      schedules.start(stage, period);
      return;
    }
    case 'queue': {
      const { batchSize, maxConcurrency } = trigger;
      const { queueArn } = queues[trigger.queue];
      // The CDK's own source would also grant what neither Lambda nor the function ever asks.
      const actions = CONSUMING.map((action) => `sqs:${action}`);
      stage.role.addToPolicy(new PolicyStatement({ actions, resources: [queueArn] }));
      const source = { eventSourceArn: queueArn, batchSize, maxConcurrency, reportBatchItemFailures: true };
      new EventSourceMapping(stage, 'Source', { target: stage.lambda, ...source });
      return;
    }
    case 'http': {
      const integration = new HttpLambdaIntegration('Integration', stage.lambda);
      new HttpRoute(stage, 'Route', { httpApi: api, routeKey: HttpRouteKey.DEFAULT, integration });
    }
  }
}
