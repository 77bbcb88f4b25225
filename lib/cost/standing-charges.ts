import type { Quantities } from './bill.ts';

/** What the stack holds that costs the same whether anything happens or not. A test of the template keeps these true. */
export const STANDING = {
  alarms: 34,
  metrics: 5,
  dashboards: 1,
  secrets: 1,
  /** Queues that a function is fed from: each is asked all day, whether there is anything in it or not. */
  fifoSources: 2,
  standardSources: 1,
} as const;

/**
 * Lambda keeps five long polls of twenty seconds on a queue that is quiet.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
const POLLS_A_MINUTE = 15;
const MINUTES_A_DAY = 1440;

/** Estimated, not metered: nothing in the process sees them. */
export function standingQuantities(days: number): Quantities {
  const pollsOfSource = POLLS_A_MINUTE * MINUTES_A_DAY * days;
  return {
    alarms: STANDING.alarms,
    metrics: STANDING.metrics,
    dashboards: STANDING.dashboards,
    secrets: STANDING.secrets,
    'sqs-fifo-requests': STANDING.fifoSources * pollsOfSource,
    'sqs-standard-requests': STANDING.standardSources * pollsOfSource,
  };
}
