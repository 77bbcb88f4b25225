import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { type AlarmKind, type AlarmShape, alarmKinds } from './alarm-kinds.ts';
import { constructId } from './construct-id.ts';
import { endsMetric } from './ends-metric.ts';
import { depthOf, pageMetrics, queueMetrics, reputationMetrics, stageMetrics } from './service-metrics.ts';
import type { WatchedResources } from './watched-resources.ts';

/** Every alarm of the stack, named `<stack>-<kind>` or `<stack>-<kind>-<what it watches>`; each tells the topic. */
export class PipelineAlarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #watched: WatchedResources;

  constructor(scope: Construct, id: string, watched: WatchedResources) {
    super(scope, id);
    this.#watched = watched;
    this.#watchQueues();
    this.#watchStages();
    this.#watchOutcomes();
    this.#add('page-errors', pageMetrics(watched.api).errors);
    const reputation = reputationMetrics();
    this.#add('bounces', reputation.bounces);
    this.#add('complaints', reputation.complaints);
  }

  #watchQueues(): void {
    for (const [name, queue] of Object.entries(this.#watched.queues)) {
      const { oldestSeconds, deadLetters } = queueMetrics(queue);
      // A host may ask for hours of patience, and its articles wait; feeds are put off in their own records.
      this.#add('queue-age', oldestSeconds, name, name === 'feeds' ? 3600 : 21_600);
      this.#add('dead-letters', deadLetters, name);
    }
    this.#add('dead-letters', depthOf(this.#watched.schedules.deadLetters), 'schedules');
  }

  #watchStages(): void {
    for (const { stage, lambda } of this.#watched.functions) {
      const { errors, throttles, longestMilliseconds } = stageMetrics(lambda);
      this.#add('errors', errors, stage.name);
      this.#add('throttles', throttles, stage.name);
      this.#add('time-outs', longestMilliseconds, stage.name, stage.timeoutSeconds * 950);
      if (stage.sendsMail) this.#add('digests-idle', lambda.metricInvocations({ period: Duration.minutes(30) }));
    }
  }

  #watchOutcomes(): void {
    const { namespace } = this.#watched;
    this.#add('silent-pipeline', endsMetric(namespace, 'feeds-read', Duration.hours(1)));
    this.#add('mail-unknown', endsMetric(namespace, 'mails-unknown'));
    this.#add('mail-not-sent', endsMetric(namespace, 'mails-not-sent'));
    this.#add('digest-late', endsMetric(namespace, 'editions-late'));
    this.#add('given-up', endsMetric(namespace, 'messages-given-up'));
  }

  #add(kind: AlarmKind, metric: IMetric, what?: string, threshold: number = alarmKinds[kind].threshold): void {
    const { says, falls, periods = 1 }: AlarmShape = alarmKinds[kind];
    const name = what === undefined ? kind : `${kind}-${what}`;
    const alarm = new Alarm(this, constructId(name), {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${says}. What to do: docs/runbook.md, "${kind}".`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: falls
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Where something must come again and again, nothing is the bad news.
      treatMissingData: falls ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#watched.topic));
    this.all.push(alarm);
  }
}
