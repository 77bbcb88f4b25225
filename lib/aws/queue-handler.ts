import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { InvalidInputError, PermanentError, RetryLaterError } from '../errors.ts';
import { log } from '../log.ts';
import { traced } from './telemetry.ts';

/** SQS refuses more than twelve hours from the receipt on. */
const MOST_DELAY_SECONDS = 42_000;

export interface QueueHandlerOptions<M> {
  stage: string;
  queueUrl: string;
  schema: z.ZodType<M>;
  /** No record is begun with less time left: what the longest one may take. */
  reserveSeconds: number;
  /** @param receiveCount how often this message was delivered, from 1 */
  run: (message: M, receiveCount: number) => Promise<unknown>;
}

/**
 * A Lambda handler that does one record after another and answers with those to deliver again. When a host asks for
 * patience, the rest of its message group waits as long. A fault holds nothing back: every delivery of a group that
 * stops at the same message would take the others to the dead-letter queue untried, and nothing depends on their order.
 */
export function createQueueHandler<M>({ stage, queueUrl, schema, reserveSeconds, run }: QueueHandlerOptions<M>) {
  const client = traced(new SQSClient({}));

  async function handleRecord(record: SQSRecord): Promise<RecordEnd> {
    try {
      await run(readMessage(record, schema), Number(record.attributes.ApproximateReceiveCount));
      return { isOver: true };
    } catch (error) {
      if (error instanceof RetryLaterError) {
        log.info('asked again later', { stage, reason: error.message, delaySeconds: error.delaySeconds });
        return { isOver: false, holdSeconds: error.delaySeconds };
      }
      log.error('a message failed', { stage, messageId: record.messageId, error: describe(error) });
      log.outcome({ stage, outcome: error instanceof PermanentError ? 'given-up' : 'fault', reason: describe(error) });
      return { isOver: error instanceof PermanentError };
    }
  }

  /** Left alone, the message would come again only when its visibility ends. */
  async function putOff({ receiptHandle, messageId }: SQSRecord, seconds: number): Promise<void> {
    const VisibilityTimeout = Math.min(Math.ceil(seconds), MOST_DELAY_SECONDS);
    try {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }),
      );
    } catch (error) {
      log.warn('a message could not be put off', { stage, messageId, error: describe(error) });
    }
  }

  return async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const failed: SQSRecord[] = [];
    const holds = new Map<string | undefined, number>();
    for (const record of event.Records) {
      const group = record.attributes.MessageGroupId;
      if (context.getRemainingTimeInMillis() < reserveSeconds * 1000 && !holds.has(group)) holds.set(group, 0);
      if (!holds.has(group)) {
        const end = await handleRecord(record);
        if (end.isOver) continue;
        if (end.holdSeconds !== undefined) holds.set(group, end.holdSeconds);
      }
      const holdSeconds = holds.get(group);
      if (holdSeconds !== undefined) await putOff(record, holdSeconds);
      failed.push(record);
    }
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

interface RecordEnd {
  isOver: boolean;
  /** For so long nothing of the record's group is tried. */
  holdSeconds?: number;
}

/** @throws InvalidInputError for a body that is no message of the stage: it will not become one by being tried again */
function readMessage<M>({ body, messageId }: SQSRecord, schema: z.ZodType<M>): M {
  try {
    return schema.parse(JSON.parse(body));
  } catch (cause) {
    throw new InvalidInputError(`message ${messageId}: ${(cause as Error).message}`, { cause });
  }
}

const describe = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
