import { ArticleMessage, FeedMessage } from './work-queues.ts';

/** A message that its stage could not end in all its tries. */
export interface DeadLetter {
  /** Of the message as it stands in the dead-letter queue. */
  messageId: string;
  /** What the queue took it out with, to end or release it by. */
  receipt: string;
  body: string;
  /** Message group; absent in a queue without an order. */
  group?: string | undefined;
  /** How often it was handed out, this time included. */
  receives: number;
  /** How often it was brought back before, and failed again. */
  redrives: number;
}

/** What a person must know of a dead letter to find out why it failed. */
export interface DeadLetterAccount {
  kind: 'feed' | 'article' | 'mail event' | 'not understood';
  messageId: string;
  receives: number;
  redrives: number;
  host?: string | undefined;
  feedId?: string | undefined;
  articleId?: string | undefined;
}

/** Never shows more of a message than ids and a host: events of mail hold addresses. */
export function accountOf({ messageId, body, receives, redrives }: DeadLetter, queue: string): DeadLetterAccount {
  const account = { messageId, receives, redrives };
  const message = parsed(body);
  const article = ArticleMessage.safeParse(message);
  if (article.success) {
    const { articleId, feedId, url } = article.data;
    return { kind: 'article', ...account, host: new URL(url).host, feedId, articleId };
  }
  const feed = FeedMessage.safeParse(message);
  if (feed.success) return { kind: 'feed', ...account, host: new URL(feed.data.url).host, feedId: feed.data.feedId };
  const isEvent = queue === 'mail-events' && typeof message === 'object' && message !== null;
  return { kind: isEvent ? 'mail event' : 'not understood', ...account };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
