import { createHash } from 'node:crypto';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ArticleQueue, FeedQueue } from '../feeds/work-queues.ts';
import { messageBatches } from './message-batches.ts';

interface Entry {
  Id: string;
  MessageBody: string;
  MessageGroupId: string;
  MessageDeduplicationId: string;
}

export function createSqsFeedQueue(client: SQSClient, queueUrl: string): FeedQueue {
  return {
    send: (messages) =>
      sendAll(client, queueUrl, messages, ({ url, feedId, lastCheckedAt }) => ({
        host: new URL(url).host,
        key: `${feedId}/${lastCheckedAt ?? 'never'}`,
      })),
  };
}

export function createSqsArticleQueue(client: SQSClient, queueUrl: string): ArticleQueue {
  return {
    send: (messages) =>
      sendAll(client, queueUrl, messages, ({ url, articleId, feedId, attempt = 1, replay }) => ({
        host: new URL(url).host,
        // A replay is another sending, even within the five minutes in which the queue remembers the first.
        key: `${articleId}/${feedId}/${attempt}${replay === undefined ? '' : `/${replay.at}`}`,
      })),
  };
}

/**
 * Sends in batches, the host as message group: SQS hands out a host's messages one after another. The key lets SQS drop
 * what is sent twice within five minutes.
 *
 * @throws when SQS refuses any message of a batch
 */
async function sendAll<M extends object>(
  client: SQSClient,
  queueUrl: string,
  messages: readonly M[],
  identify: (message: M) => { host: string; key: string },
): Promise<void> {
  const entries = messages.map((message, index): Entry => {
    const { host, key } = identify(message);
    return {
      Id: String(index),
      MessageBody: toMessageBody(message),
      // Group ids take 128 characters of ASCII; host names may be longer.
      MessageGroupId: host.length <= 128 ? host : digest(host),
      MessageDeduplicationId: digest(key),
    };
  });
  for (const batch of messageBatches(entries)) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: batch }));
    if (Failed.length > 0) throw new Error(`the queue refused ${Failed.length} messages: ${Failed[0]?.Message}`);
  }
}

/**
 * JSON with those characters escaped that SQS refuses (U+FFFE, U+FFFF) or the embedded SQS does (all beyond the basic
 * plane: one emoji in a title would keep its whole feed from ever being taken in).
 */
const toMessageBody = (message: object) =>
  JSON.stringify(message).replace(
    /[\uD800-\uDFFF\uFFFE\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
