import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { meteredHandler } from '../lib/aws/metered-handler.ts';
import { createQueueHandler } from '../lib/aws/queue-handler.ts';
import { noUsage, sumOfUsage } from '../lib/cost/usage.ts';

/** How long each host takes to answer here. */
const ANSWER_MILLISECONDS = 600;
const HOSTS = 20;

/**
 * GB-seconds and requests of asking so many hosts, by the meter, in batches of 1, 5 and 10: the handler's own work, its
 * waiting and what the queue bills; nothing of it is reckoned.
 */
export async function measureBatches(): Promise<void> {
  console.log(`\ncost: ${HOSTS} feeds whose hosts take ${ANSWER_MILLISECONDS} ms each, by the messages of a batch`);
  console.log(`${'batch'.padStart(6)}  ${'starts'.padStart(6)}  ${'GB-s'.padStart(7)}  ${'SQS requests'.padStart(12)}`);
  for (const size of [1, 5, 10]) {
    const used = await useOf(size);
    const gigabyteSeconds = used.megabyteMilliseconds / 1024 / 1000;
    console.log(
      `${String(size).padStart(6)}  ${String(used.invocations).padStart(6)}  ${gigabyteSeconds.toFixed(2).padStart(7)}  ${String(used.fifoRequests).padStart(12)}`,
    );
  }
}

async function useOf(batchSize: number) {
  const rows = [noUsage()];
  const usageStore = {
    add: async (_day: string, _stage: string, usage: object) => void rows.push({ ...noUsage(), ...usage }),
    list: async () => [],
  };
  const handle = createQueueHandler({
    stage: 'fetch-feed',
    queueUrl: 'http://127.0.0.1/none.fifo',
    schema: z.object({ host: z.string() }),
    reserveSeconds: 80,
    run: () => sleep(ANSWER_MILLISECONDS),
  });
  const handler = meteredHandler('fetch-feed', handle, { usageStore, now: () => new Date() });
  const context = { getRemainingTimeInMillis: () => 180_000 } as Context;
  // The first bears the start of the process, which is no part of the question.
  await handler({ Records: [] }, context);
  rows.length = 0;
  for (let from = 0; from < HOSTS; from += batchSize) {
    const records = Array.from({ length: batchSize }, (_, index) => recordOf(`host-${from + index}.example`));
    await handler({ Records: records }, context);
  }
  return sumOfUsage(rows);
}

const recordOf = (host: string) =>
  ({
    messageId: host,
    receiptHandle: host,
    body: JSON.stringify({ host }),
    attributes: { MessageGroupId: host, ApproximateReceiveCount: '1' },
  }) as SQSRecord;
