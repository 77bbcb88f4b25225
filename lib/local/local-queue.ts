import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { deadLetterUrl } from './create-queue.ts';

/** A queue as an event source mapping sees it. */
export interface LocalQueue {
  url: string;
  /** @param waitSeconds whole seconds of long polling */
  receive(limit: number, waitSeconds: number): Promise<Message[]>;
  delete(messages: readonly Message[]): Promise<void>;
  /** Makes messages visible again at once. */
  release(messages: readonly Message[]): Promise<void>;
  /** Messages in the queue, whether visible, waiting or in a reader's hands. */
  depth(): Promise<number>;
  /** Messages in the dead-letter queue. */
  deadLetters(): Promise<number>;
}

export function createLocalQueue(sqs: SQSClient, url: string): LocalQueue {
  const entriesOf = (messages: readonly Message[]) =>
    messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));

  return {
    url,
    async receive(limit, waitSeconds) {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: Math.min(limit, 10),
          WaitTimeSeconds: waitSeconds,
          MessageSystemAttributeNames: ['All'],
        }),
      );
      return Messages ?? [];
    },
    async delete(messages) {
      if (messages.length === 0) return;
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entriesOf(messages) }));
    },
    async release(messages) {
      if (messages.length === 0) return;
      const Entries = entriesOf(messages).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }));
    },
    depth: () => messagesIn(sqs, url),
    deadLetters: () => messagesIn(sqs, deadLetterUrl(url)),
  };
}

async function messagesIn(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  return (
    Number(Attributes.ApproximateNumberOfMessages) +
    Number(Attributes.ApproximateNumberOfMessagesNotVisible) +
    Number(Attributes.ApproximateNumberOfMessagesDelayed)
  );
}
