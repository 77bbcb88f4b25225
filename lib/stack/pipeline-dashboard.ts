import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  MathExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { pageMetrics, queueMetrics, reputationMetrics, stageMetrics } from './service-metrics.ts';
import type { WatchedResources } from './watched-resources.ts';

/** The figures behind the alarms on one page, named as the stack is. */
export class PipelineDashboard extends Dashboard {
  constructor(scope: Construct, id: string, watched: WatchedResources, alarms: IAlarm[]) {
    super(scope, id, { dashboardName: Stack.of(scope).stackName, defaultInterval: Duration.days(3) });
    const { api, namespace } = watched;
    const functions = watched.functions.map(({ lambda }) => stageMetrics(lambda));
    const queues = Object.values(watched.queues).map(queueMetrics);
    const reputation = reputationMetrics();

    this.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24 }));
    this.addWidgets(
      graph('Ends of feeds', [endsOf(namespace, 'fetch-feed')]),
      graph('Ends of items', [endsOf(namespace, 'item')]),
      graph('Ends of mails', [endsOf(namespace, 'mail')]),
    );
    this.addWidgets(
      graph(
        'Waiting messages',
        queues.map(({ waiting }) => waiting),
      ),
      graph(
        'Oldest message, seconds',
        queues.map(({ oldestSeconds }) => oldestSeconds),
      ),
      graph(
        'Dead letters',
        queues.map(({ deadLetters }) => deadLetters),
      ),
    );
    this.addWidgets(
      graph(
        'Errors',
        functions.map(({ errors }) => errors),
      ),
      graph(
        'Throttles',
        functions.map(({ throttles }) => throttles),
      ),
      graph(
        'Longest run, milliseconds',
        functions.map(({ longestMilliseconds }) => longestMilliseconds),
      ),
    );
    this.addWidgets(
      graph('Page', Object.values(pageMetrics(api))),
      graph('Bounces and complaints, share', Object.values(reputation)),
    );
  }
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8 });

/** Every end that a stage's items came to, also one that is new in the code. */
function endsOf(namespace: string, stage: string): MathExpression {
  const expression = `SEARCH('{${namespace},stage,outcome} MetricName="outcomes" stage="${stage}"', 'Sum', 3600)`;
  return new MathExpression({ expression, usingMetrics: {}, label: '', period: Duration.hours(1) });
}
