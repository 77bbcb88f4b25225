import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { InvalidInputError, PermanentError, RetryLaterError } from '../errors.ts';
import { log } from '../log.ts';
import { HOSTS_AT_ONCE } from '../pipeline.ts';
import { createSqsClient } from './sqs-client.ts';

/** SQS refuses more than twelve hours from the receipt on. */
const MOST_DELAY_SECONDS = 42_000;

export type QueueClient = Pick<SQSClient, 'send'>;

export interface QueueHandlerOptions<M> {
  stage: string;
  queueUrl: string;
  schema: z.ZodType<M>;
  /** A text that whoever fills the queue puts there besides the messages. */
  notice?: string;
  /** No record is begun with less time left: what the longest one may take, the turns of the others' documents included. */
  reserveSeconds: number;
  /** @param receiveCount how often this message was delivered, from 1 */
  run: (message: M, receiveCount: number) => Promise<unknown>;
  /** The SDK's own by default. */
  client?: QueueClient | undefined;
}

/**
 * A Lambda handler that answers with the records to deliver again. Groups of the batch are worked on side by side, a
 * group's records one after another. When a host asks for patience, the rest of its message group waits as long. A fault
 * holds nothing back: every delivery of a group that stops at the same message would take the others to the dead-letter
 * queue untried, and nothing depends on their order.
 */
export function createQueueHandler<M>(options: QueueHandlerOptions<M>) {
  const { stage, queueUrl, schema, notice, reserveSeconds, run, client = createSqsClient() } = options;

  async function handleRecord(record: SQSRecord): Promise<RecordEnd> {
    if (record.body === notice) {
      log.outcome({ stage, outcome: 'ignored', reason: notice });
      return { isOver: true };
    }
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

  /** @returns the records to deliver again */
  async function handleGroup(records: readonly SQSRecord[], remaining: () => number): Promise<SQSRecord[]> {
    const failed: SQSRecord[] = [];
    let holdSeconds: number | undefined;
    for (const record of records) {
      if (holdSeconds === undefined && remaining() < reserveSeconds * 1000) holdSeconds = 0;
      if (holdSeconds === undefined) {
        const end = await handleRecord(record);
        if (end.isOver) continue;
        holdSeconds = end.holdSeconds;
      }
      if (holdSeconds !== undefined) await putOff(record, holdSeconds);
      failed.push(record);
    }
    return failed;
  }

  return async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const groups = [...Map.groupBy(event.Records, ({ attributes }) => attributes.MessageGroupId).values()];
    const failed = new Set<SQSRecord>();
    // The workers take from one iterator: whoever is done takes the next group.
    const waiting = groups.values();
    const work = async () => {
      for (const group of waiting) {
        for (const record of await handleGroup(group, () => context.getRemainingTimeInMillis())) failed.add(record);
      }
    };
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
    const inOrder = event.Records.filter((record) => failed.has(record));
    return { batchItemFailures: inOrder.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

interface RecordEnd {
  isOver: boolean;
  /** For so long nothing of the record's group is tried. */
  holdSeconds?: number;
}

/** @throws InvalidInputError for a body that is no message of the stage: it will not become one by being tried again */
function readMessage<M>({ body, messageId }: SQSRecord, schema: z.ZodType<M>): M {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    // The fault of the parser quotes the text, which may be a reader's address; this one is logged.
    throw new InvalidInputError(`message ${messageId}: not JSON`);
  }
  try {
    return schema.parse(content);
  } catch (cause) {
    throw new InvalidInputError(`message ${messageId}: ${(cause as Error).message}`, { cause });
  }
}

const describe = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
