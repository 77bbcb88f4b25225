import { afterEach, expect, test } from 'vitest';
import { createMetricSink } from '../../lib/aws/metric-sink.ts';
import { log, setLogSink } from '../../lib/log.ts';

afterEach(() => setLogSink());

/** What is printed from now on, line by line. */
function startPrinting(): string[] {
  const printed: string[] = [];
  setLogSink(createMetricSink('Vigil/Staging', (text) => printed.push(text)));
  return printed;
}

test('an outcome is one line that CloudWatch counts by stage and outcome', () => {
  const printed = startPrinting();
  log.outcome({ stage: 'item', outcome: 'recorded', articleId: 'a' });
  log.outcome({ stage: 'item', outcome: 'duplicate', count: 7 });
  const [one, seven] = printed.map((text) => JSON.parse(text));
  expect(one).toEqual({
    level: 'info',
    message: 'outcome',
    at: expect.any(String),
    stage: 'item',
    outcome: 'recorded',
    articleId: 'a',
    outcomes: 1,
    _aws: {
      Timestamp: Date.parse(String(one?.at)),
      CloudWatchMetrics: [
        {
          Namespace: 'Vigil/Staging',
          Dimensions: [['stage', 'outcome']],
          Metrics: [{ Name: 'outcomes', Unit: 'Count' }],
        },
      ],
    },
  });
  expect(printed.every((text) => text.indexOf('\n') === text.length - 1)).toBe(true);
  expect([seven?.count, seven?.outcomes]).toEqual([7, 7]);
});

test('every other line stays as it is', () => {
  const printed = startPrinting();
  log.warn('slow', { stage: 'item' });
  expect(printed.map((text) => JSON.parse(text))).toEqual([
    { level: 'warn', message: 'slow', at: expect.any(String), stage: 'item' },
  ]);
});
