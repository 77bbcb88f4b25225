import { Duration } from 'aws-cdk-lib';
import { type HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName, Trigger } from '../pipeline.ts';
import type { StageFunction } from './stage-function.ts';
import type { StageSchedules } from './stage-schedules.ts';

export interface TriggerSources {
  queues: Readonly<Record<QueueName, Queue>>;
  schedules: StageSchedules;
  api: HttpApi;
}

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
      const source = { batchSize, maxConcurrency, reportBatchItemFailures: true };
      stage.lambda.addEventSource(new SqsEventSource(queues[trigger.queue], source));
      return;
    }
    case 'http': {
      const integration = new HttpLambdaIntegration('Integration', stage.lambda);
      new HttpRoute(stage, 'Route', { httpApi: api, routeKey: HttpRouteKey.DEFAULT, integration });
    }
  }
}
