import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { InvalidInputError, PermanentError, RetryLaterError } from '../errors.ts';
import { log } from '../log.ts';

/** No record is begun with less time left: the longest Crawl-delay (30 s), a fetch (20 s) and a reading (6 s). */
const RESERVE_MILLISECONDS = 60_000;

export interface QueueHandlerOptions<M> {
  stage: string;
  queueUrl: string;
  schema: z.ZodType<M>;
  /** @param receiveCount how often this message was delivered, from 1 */
  run: (message: M, receiveCount: number) => Promise<unknown>;
}

/**
 * A Lambda handler that does one record after another and answers with those to deliver again. After a failure the rest
 * of the same message group goes back too, so that a FIFO queue keeps its order.
 */
export function createQueueHandler<M>({ stage, queueUrl, schema, run }: QueueHandlerOptions<M>) {
  const client = new SQSClient({});

  async function handleRecord(record: SQSRecord): Promise<boolean> {
    try {
      const message = schema.safeParse(JSON.parse(record.body));
      if (!message.success) throw new InvalidInputError(`message ${record.messageId}: ${message.error.message}`);
      await run(message.data, Number(record.attributes.ApproximateReceiveCount));
      return true;
    } catch (error) {
      if (error instanceof RetryLaterError) {
        await client.send(
          new ChangeMessageVisibilityCommand({
            QueueUrl: queueUrl,
            ReceiptHandle: record.receiptHandle,
            // SQS refuses more than twelve hours in all.
            VisibilityTimeout: Math.min(Math.ceil(error.delaySeconds), 42_000),
          }),
        );
        log.info('asked again later', { stage, reason: error.message, delaySeconds: error.delaySeconds });
        return false;
      }
      log.error('a message failed', { stage, messageId: record.messageId, error: describe(error) });
      log.outcome({ stage, outcome: error instanceof PermanentError ? 'given-up' : 'fault', reason: describe(error) });
      return error instanceof PermanentError;
    }
  }

  return async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    const heldGroups = new Set<string | undefined>();
    for (const record of event.Records) {
      const group = record.attributes.MessageGroupId;
      const isHeld = heldGroups.has(group) || context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS;
      if (!isHeld && (await handleRecord(record))) continue;
      failed.push(record.messageId);
      heldGroups.add(group);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

const describe = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
