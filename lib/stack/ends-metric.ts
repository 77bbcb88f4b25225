import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS_SERVICE, type WatchedEnd } from '../pipeline.ts';

/** How often one of the watched ends was reached in a period. */
export const endsMetric = (namespace: string, metricName: WatchedEnd, period = Duration.minutes(15)): Metric =>
  new Metric({
    namespace,
    metricName,
    dimensionsMap: { service: METRICS_SERVICE },
    statistic: 'Sum',
    period,
  });
