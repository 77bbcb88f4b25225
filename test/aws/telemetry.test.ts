import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observed } from '../../lib/aws/telemetry.ts';
import { log, setLogSink } from '../../lib/log.ts';

let printed: Record<string, unknown>[];
const context = { functionName: 'Vigil-FetchFeed', awsRequestId: 'request-1', memoryLimitInMB: '512' } as Context;

beforeEach(() => {
  printed = [];
  // Warnings and errors of the logger go to stderr: Lambda reads both.
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      for (const line of String(chunk).split('\n').filter(Boolean)) printed.push(JSON.parse(line));
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  setLogSink();
});

/** Lines that a run of the stage prints. */
async function linesOf(work: () => unknown): Promise<Record<string, unknown>[]> {
  const handler = observed('fetch-feed', 'Vigil/Staging', work);
  await handler(undefined, context);
  return printed;
}

test('a line is one JSON object with the stage and the request', async () => {
  const lines = await linesOf(() => log.warn('slow', { host: 'news.example' }));
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'WARN',
      message: 'slow',
      host: 'news.example',
      service: 'fetch-feed',
      function_request_id: 'request-1',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    }),
  ]);
});

test('an end that an alarm watches is counted in CloudWatch, however many came at once; others are lines only', async () => {
  const lines = await linesOf(() => {
    log.outcome({ stage: 'fetch-feed', outcome: 'unchanged', count: 3 });
    log.outcome({ stage: 'item', outcome: 'recorded' });
  });
  const [metric, ...others] = lines.filter((line) => '_aws' in line);
  expect(others).toEqual([]);
  expect(metric).toMatchObject({
    service: 'vigil',
    'feeds-read': 3,
    _aws: {
      CloudWatchMetrics: [
        { Namespace: 'Vigil/Staging', Dimensions: [['service']], Metrics: [{ Name: 'feeds-read', Unit: 'Count' }] },
      ],
    },
  });
  expect(lines.filter(({ message }) => message === 'outcome').map(({ stage, outcome }) => [stage, outcome])).toEqual([
    ['fetch-feed', 'unchanged'],
    ['item', 'recorded'],
  ]);
});

test('answers and faults of the handler pass through', async () => {
  const answer = observed('web', 'Vigil/Staging', async (event: number) => event + 1);
  expect(await answer(1, context)).toBe(2);
  const fault = observed('web', 'Vigil/Staging', () => Promise.reject(new Error('broken')));
  await expect(fault(undefined, context)).rejects.toThrow('broken');
});

test('at home, where no metrics are read, a handler stays as it is', () => {
  const handler = () => 1;
  expect(observed('web', undefined, handler)).toBe(handler);
});
