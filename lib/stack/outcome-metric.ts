import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** How often an end of `log.outcome` was counted in a period. */
function outcomeMetric(namespace: string, stage: string, outcome: string, period: Duration): Metric {
  return new Metric({
    namespace,
    metricName: 'outcomes',
    dimensionsMap: { stage, outcome },
    statistic: 'Sum',
    period,
  });
}

/** How often any of several ends was counted. An end that never came yet does not hide the others. */
export function outcomesMetric(
  namespace: string,
  ends: readonly (readonly [stage: string, outcome: string])[],
  period: Duration = Duration.minutes(15),
): MathExpression {
  const metrics = ends.map(([stage, outcome], index) => {
    return [`end${index}`, outcomeMetric(namespace, stage, outcome, period)] as const;
  });
  return new MathExpression({
    expression: `SUM([${metrics.map(([id]) => id).join(', ')}])`,
    usingMetrics: Object.fromEntries(metrics),
    label: ends.map((end) => end.join(' ')).join(', '),
    period,
  });
}
