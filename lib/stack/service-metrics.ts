import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';

const period = Duration.minutes(15);

/** Figures that AWS's services count by themselves, a quarter of an hour each. */
export function stageMetrics(lambda: LambdaFunction) {
  return {
    errors: lambda.metricErrors({ period }),
    throttles: lambda.metricThrottles({ period }),
    longestMilliseconds: lambda.metricDuration({ period, statistic: 'Maximum' }),
  };
}

/** Messages that wait in a queue. */
export const depthOf = (queue: IQueue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });

export function queueMetrics(queue: Queue) {
  const deadLetterQueue = queue.deadLetterQueue?.queue;
  if (deadLetterQueue === undefined) throw new Error(`${queue.node.path} has no dead-letter queue`);
  return {
    waiting: depthOf(queue),
    oldestSeconds: queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
    deadLetters: depthOf(deadLetterQueue),
  };
}

export function pageMetrics(api: HttpApi) {
  return { requests: api.metricCount({ period }), errors: api.metricServerError({ period }) };
}

/** SES counts them for the whole account in the region, as the share of the mails of the last days. */
export function reputationMetrics() {
  const rate = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) });
  return { bounces: rate('Reputation.BounceRate'), complaints: rate('Reputation.ComplaintRate') };
}
