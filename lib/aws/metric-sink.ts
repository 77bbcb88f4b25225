import type { LogSink } from '../log.ts';

/** Of every counted end; its dimensions are `stage` and `outcome`. */
const METRIC = 'outcomes';

/**
 * Prints each log line as JSON on stdout. The line of an outcome carries the block by which CloudWatch counts it, so
 * that a metric costs no call.
 *
 * @param namespace of the metric in CloudWatch
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createMetricSink(namespace: string, print: (text: string) => void = printPlain): LogSink {
  return (line) => print(`${JSON.stringify(line.message === 'outcome' ? counted(line, namespace) : line)}\n`);
}

/** Lambda's console puts time and request before a line, which is no JSON then and counts nothing. */
const printPlain = (text: string) => {
  process.stdout.write(text);
};

function counted(line: Parameters<LogSink>[0], namespace: string): object {
  const directive = {
    Namespace: namespace,
    Dimensions: [['stage', 'outcome']],
    Metrics: [{ Name: METRIC, Unit: 'Count' }],
  };
  return {
    ...line,
    [METRIC]: line.count ?? 1,
    _aws: { Timestamp: Date.parse(line.at), CloudWatchMetrics: [directive] },
  };
}
