import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observed } from '../../lib/aws/telemetry.ts';
import { log, setLogSink } from '../../lib/log.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';

let printed: Record<string, unknown>[];
const context = { functionName: 'Vigil-FetchFeed', awsRequestId: 'request-1', memoryLimitInMB: '512' } as Context;

const usageStore = createMemoryUsageStore();
const needsOf = (metricsNamespace: string | undefined) => ({
  settings: { metricsNamespace },
  usageStore,
  now: () => new Date('2026-11-28T08:00:00.000Z'),
});

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
  const handler = observed('fetch-feed', work, needsOf('Vigil/Staging'));
  await handler({ Records: [] }, context);
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
  const answer = observed('web', async (event: number) => event + 1, needsOf('Vigil/Staging'));
  expect(await answer(1, context)).toBe(2);
  const fault = observed('web', () => Promise.reject(new Error('broken')), needsOf('Vigil/Staging'));
  await expect(fault(undefined, context)).rejects.toThrow('broken');
});

test('at home, where no metrics are read, lines stay as they are, and what is used is counted all the same', async () => {
  const before = await usageStore.list('2026-11-28', '2026-11-28');
  const lines: string[] = [];
  setLogSink(({ message }) => void lines.push(message));
  const handler = observed('send-digests', () => log.info('here'), needsOf(undefined));
  await handler(undefined, context);
  expect([lines, printed]).toEqual([['here'], []]);
  const after = await usageStore.list('2026-11-28', '2026-11-28');
  expect(after.filter(({ stage }) => !before.some((row) => row.stage === stage))).toMatchObject([
    { stage: 'send-digests', usage: { invocations: 1, scheduledStarts: 1 } },
  ]);
});
