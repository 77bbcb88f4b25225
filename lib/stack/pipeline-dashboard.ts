import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  LogQueryVisualizationType,
  LogQueryWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type WatchedEnd, watchedEnds } from '../pipeline.ts';
import { endsMetric } from './ends-metric.ts';
import { pageMetrics, queueMetrics, reputationMetrics, stageMetrics } from './service-metrics.ts';
import type { WatchedResources } from './watched-resources.ts';

/** The figures behind the alarms on one page, named `<stack>-<region>`: dashboards are the whole account's. */
export class PipelineDashboard extends Dashboard {
  constructor(scope: Construct, id: string, watched: WatchedResources, alarms: IAlarm[]) {
    const { stackName, region } = Stack.of(scope);
    super(scope, id, { dashboardName: `${stackName}-${region}`, defaultInterval: Duration.days(3) });
    const { api, namespace } = watched;
    const functions = watched.functions.map(({ lambda }) => stageMetrics(lambda));
    const queues = Object.values(watched.queues).map(queueMetrics);
    const reputation = reputationMetrics();
    const logGroupNames = watched.functions.map(({ logGroup }) => logGroup.logGroupName);
    // Counted from the log when somebody looks: a metric for each end would be paid for every month.
    const ends = (title: string, stage: string) =>
      new LogQueryWidget({
        title,
        width: 8,
        logGroupNames,
        view: LogQueryVisualizationType.BAR,
        queryLines: [
          `filter message = "outcome" and stage = "${stage}"`,
          'stats sum(coalesce(count, 1)) as items by outcome',
        ],
      });

    this.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24 }));
    this.addWidgets(ends('Ends of feeds', 'fetch-feed'), ends('Ends of items', 'item'), ends('Ends of mails', 'mail'));
    this.addWidgets(
      graph(
        'Watched ends',
        Object.keys(watchedEnds).map((name) => endsMetric(namespace, name as WatchedEnd)),
      ),
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
