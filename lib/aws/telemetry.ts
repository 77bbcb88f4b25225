import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Context } from 'aws-lambda';
import { type LogSink, setLogSink } from '../log.ts';
import { METRICS_SERVICE, type StageName, type WatchedEnd, watchedEnds } from '../pipeline.ts';
import { type MeterNeeds, meteredHandler } from './metered-handler.ts';

/** By `<stage> <outcome>`. */
const metricOf = new Map<string, WatchedEnd>(
  Object.entries(watchedEnds).flatMap(([name, ends]) => ends.map((end) => [end, name as WatchedEnd])),
);

// Addresses of strangers' servers belong in no trace.
const tracer = /* @__PURE__ */ new Tracer({ captureHTTPsRequests: false });

/** Times the client's calls under the invocation that makes them; outside Lambda it is left as it is. */
export const traced = <C>(client: C): C => tracer.captureAWSv3Client(client);

export type LambdaHandler<E, R> = (event: E, context: Context) => R | Promise<R>;

export interface ObservingNeeds extends MeterNeeds {
  /** `metricsNamespace` is absent where nobody would read the metrics. */
  settings: { metricsNamespace: string | undefined };
}

/**
 * A stage's handler as Lambda runs it: what it uses of AWS is counted, log lines carry the request, ends that an alarm
 * watches are counted in CloudWatch, and the work is a segment of its own in the trace. Where no namespace is given – at
 * home – it is the handler with the meter alone.
 */
export function observed<E, R>(
  stage: StageName,
  handler: LambdaHandler<E, R>,
  needs: ObservingNeeds,
): LambdaHandler<E, R> {
  const metered = meteredHandler(stage, handler, needs);
  const namespace = needs.settings.metricsNamespace;
  if (namespace === undefined) return metered;
  const logger = new Logger({ serviceName: stage });
  const metrics = new Metrics({ namespace, serviceName: METRICS_SERVICE });
  setLogSink(createTelemetrySink(logger, metrics));
  return async (event, context) => {
    logger.addContext(context);
    const segment = tracer.getSegment()?.addNewSubsegment(`## ${stage}`);
    if (segment) tracer.setSegment(segment);
    try {
      return await metered(event, context);
    } catch (error) {
      segment?.addError(error as Error);
      throw error;
    } finally {
      segment?.close();
      if (segment?.parent) tracer.setSegment(segment.parent as Parameters<Tracer['setSegment']>[0]);
    }
  };
}

/** One JSON line each; the line of a watched end is followed by the one that CloudWatch counts. */
function createTelemetrySink(
  logger: Pick<Logger, 'info' | 'warn' | 'error'>,
  metrics: Pick<Metrics, 'singleMetric'>,
): LogSink {
  // The logger has its own time.
  return ({ level, message, at: _, ...fields }) => {
    logger[level](message, fields);
    if (message !== 'outcome') return;
    const { stage, outcome, count = 1 } = fields as { stage: string; outcome: string; count?: number };
    const name = metricOf.get(`${stage} ${outcome}`);
    if (name !== undefined) metrics.singleMetric().addMetric(name, MetricUnit.Count, count);
  };
}
