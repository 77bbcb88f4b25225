import { createHash } from 'node:crypto';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetter } from '../feeds/dead-letter.ts';
import type { DeadLetterQueue } from '../feeds/dead-letter-queue.ts';
import { messageBatches } from './message-batches.ts';
import { findDeadLetterUrl, readDepth } from './queue-depths.ts';

/** Long enough for a batch and its retries; after a kill the letters are seen again after it. */
const HIDDEN_SECONDS = 120;
/** Long polling asks every server of the queue: without it an empty answer proves nothing. */
const WAIT_SECONDS = 1;
/** Attribute of a message that was brought back, with how often. */
const REDRIVES = 'redrives';

/** @param queueUrl of the queue that the letters come from */
export async function createSqsDeadLetterQueue(
  client: SQSClient,
  name: string,
  queueUrl: string,
): Promise<DeadLetterQueue> {
  const deadLetterUrl = await findDeadLetterUrl(client, queueUrl);
  const isFifo = queueUrl.endsWith('.fifo');
  const attributes = new Map<string, Record<string, MessageAttributeValue>>();

  function letterOf(message: Message): DeadLetter {
    const { MessageId = '', ReceiptHandle = '', Body = '', Attributes = {}, MessageAttributes = {} } = message;
    attributes.set(MessageId, MessageAttributes);
    return {
      messageId: MessageId,
      receipt: ReceiptHandle,
      body: Body,
      group: Attributes.MessageGroupId,
      receives: Number(Attributes.ApproximateReceiveCount ?? 1),
      redrives: Number(MessageAttributes[REDRIVES]?.StringValue ?? 0),
    };
  }

  const entryOf = (letter: DeadLetter, index: number) => ({
    Id: String(index),
    MessageBody: letter.body,
    MessageAttributes: {
      ...attributes.get(letter.messageId),
      [REDRIVES]: { DataType: 'Number', StringValue: String(letter.redrives + 1) },
    },
    ...(isFifo && {
      MessageGroupId: letter.group ?? letter.messageId,
      // Another than that it was first sent with, which the queue may remember; the same when it is sent back again
      // because the first time was broken off. A letter that fails once more comes with another message id.
      MessageDeduplicationId: createHash('sha256').update(`redrive/${letter.messageId}`).digest('hex'),
    }),
  });

  async function end(letters: readonly DeadLetter[]): Promise<void> {
    const Entries = letters.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
    const { Failed = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
    if (Failed.length > 0) {
      throw new Error(
        `${Failed.length} letters were sent back but stay in the dead-letter queue: ${Failed[0]?.Message}`,
      );
    }
    for (const { messageId } of letters) attributes.delete(messageId);
  }

  return {
    name,
    count: async () => (await readDepth(client, deadLetterUrl)).waiting,

    async take() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadLetterUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: HIDDEN_SECONDS,
          WaitTimeSeconds: WAIT_SECONDS,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(letterOf);
    },

    async sendBack(letters) {
      const newIds: string[] = [];
      for (const batch of messageBatches(letters.map(entryOf))) {
        const { Successful = [], Failed = [] } = await client.send(
          new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: batch }),
        );
        newIds.push(...Successful.flatMap(({ MessageId }) => MessageId ?? []));
        const sent = Successful.flatMap(({ Id }) => letters[Number(Id)] ?? []);
        if (sent.length > 0) await end(sent);
        if (Failed.length > 0) {
          throw new Error(
            `the queue refused ${Failed.length} messages, they stay where they are: ${Failed[0]?.Message}`,
          );
        }
      }
      return newIds;
    },

    async release(letters) {
      for (let from = 0; from < letters.length; from += 10) {
        const Entries = letters.slice(from, from + 10).map(({ receipt }, index) => ({
          Id: String(index),
          ReceiptHandle: receipt,
          VisibilityTimeout: 0,
        }));
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
      }
    },
  };
}
