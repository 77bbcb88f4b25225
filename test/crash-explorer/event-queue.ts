import type { Message } from '@aws-sdk/client-sqs';
import type { QueueClient } from '../../lib/aws/queue-handler.ts';
import { endedMessages, toSqsEvent } from '../../lib/local/sqs-event.ts';
import { queues, stages } from '../../lib/pipeline.ts';

const URL = 'https://sqs.us-east-1.amazonaws.com/000000000000/mail-events';
const { visibilitySeconds, maxReceives } = queues['mail-events'];
const BATCH = stages.find(({ name }) => name === 'mail-events')?.trigger;
const BATCH_SIZE = BATCH?.kind === 'queue' ? BATCH.batchSize : 1;

interface Waiting {
  messageId: string;
  body: string;
  receives: number;
  /** Epoch milliseconds. */
  visibleAt: number;
}

/** The queue of SES's events with its event source mapping, on the world's clock. */
export interface EventQueue {
  url: string;
  /** What the stage puts messages off with. */
  client: QueueClient;
  add(body: string, visibleAt: number): void;
  /**
   * Hands what is visible to the stage, as one batch, and takes off the queue what its answer ends.
   *
   * @param handle answers undefined when it came to no end: the whole batch comes again
   * @returns when the next message becomes visible; undefined when none is left
   */
  poll(now: number, handle: (event: object) => Promise<{ response: unknown } | undefined>): Promise<number | undefined>;
  /** Received in vain too often. */
  deadLetters: string[];
  /** Batches of more than one message, and answers that gave a part of one back. */
  counts: { batches: number; partialAnswers: number };
}

export function createEventQueue(now: () => number): EventQueue {
  const waiting = new Map<string, Waiting>();
  const deadLetters: string[] = [];
  const counts = { batches: 0, partialAnswers: 0 };
  let added = 0;

  function receive(at: number): Message[] {
    const visible = [...waiting.values()].filter(({ visibleAt }) => visibleAt <= at);
    for (const message of visible.filter(({ receives }) => receives >= maxReceives)) {
      waiting.delete(message.messageId);
      deadLetters.push(message.body);
    }
    const batch = visible.filter(({ receives }) => receives < maxReceives).slice(0, BATCH_SIZE);
    return batch.map((message) => {
      message.receives += 1;
      message.visibleAt = at + visibilitySeconds * 1000;
      const { messageId, body, receives } = message;
      const Attributes = { ApproximateReceiveCount: String(receives) };
      return { MessageId: messageId, ReceiptHandle: messageId, Body: body, Attributes };
    });
  }

  const putOff = async ({ input }: { input: { ReceiptHandle?: string; VisibilityTimeout?: number } }) => {
    const message = waiting.get(input.ReceiptHandle ?? '');
    if (message) message.visibleAt = now() + (input.VisibilityTimeout ?? 0) * 1000;
    return {};
  };

  return {
    url: URL,
    client: { send: putOff as QueueClient['send'] },
    deadLetters,
    counts,
    add(body, visibleAt) {
      added += 1;
      const messageId = `message-${added}`;
      waiting.set(messageId, { messageId, body, receives: 0, visibleAt });
    },
    async poll(at, handle) {
      const batch = receive(at);
      if (batch.length > 0) {
        const end = await handle(toSqsEvent(batch, URL));
        const ended = end === undefined ? [] : endedMessages(batch, end.response);
        for (const { MessageId } of ended) waiting.delete(MessageId ?? '');
        if (batch.length > 1) counts.batches += 1;
        if (ended.length > 0 && ended.length < batch.length) counts.partialAnswers += 1;
      }
      const times = [...waiting.values()].map(({ visibleAt }) => visibleAt);
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
