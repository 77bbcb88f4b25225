/**
 * Read this first: the whole system as data, in the order in which an article moves through it. The stack turns a row
 * into a function with its schedule or queue; the local runner turns the same row into a timer or a poll that calls
 * the same handler (`lambdas/<stage>/handler.ts`) with the event its trigger would send.
 */

import type { TableName } from './tables.ts';

/** Every queue has a dead-letter queue beside it. */
export interface QueueShape {
  /**
   * `by-host`: first in, first out, with the host as message group, so that one host is read by one reader at a time
   * across all Lambdas. `none`: as it comes.
   */
  order: 'by-host' | 'none';
  /** At least six times the consumer's time-out, as AWS advises for event source mappings. */
  visibilitySeconds: number;
  maxReceives: number;
  retentionDays: number;
}

export const queues = {
  feeds: { order: 'by-host', visibilitySeconds: 1080, maxReceives: 5, retentionDays: 4 },
  articles: { order: 'by-host', visibilitySeconds: 1080, maxReceives: 5, retentionDays: 4 },
  /** What SES says of the mails that were sent; SNS, which brings it, keeps no order. */
  'mail-events': { order: 'none', visibilitySeconds: 360, maxReceives: 5, retentionDays: 14 },
} as const satisfies Record<string, QueueShape>;

export type QueueName = keyof typeof queues;

/**
 * Message groups of a batch that a stage works on side by side. It mostly waits for the network, and Lambda bills the
 * waiting; more than these would wait for each other, for documents are read one at a time.
 */
export const HOSTS_AT_ONCE = 5;

export type Trigger =
  | { kind: 'schedule'; everyMinutes: number }
  | { kind: 'queue'; queue: QueueName; batchSize: number; maxConcurrency: number }
  | { kind: 'http' };

/** What a stage does with a table, call by call. */
export type TableAccess = 'get' | 'batch-get' | 'query' | `query ${string}` | 'put' | 'update' | 'delete';

/** Folders of the archive: what is read from elsewhere lies apart from what is mailed. */
export type ArchiveFolder = 'pages' | 'articles' | 'editions';

export type ArchiveAccess = 'get' | 'put';

export interface Stage {
  name: string;
  /** One sentence for the operator. */
  does: string;
  trigger: Trigger;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /**
   * How many of it may run at once, and are kept free for it: where a flood comes from outside and must neither cost
   * money without end nor take the others' share. Queues have their own limit in the trigger.
   */
  reservedConcurrency?: number;
  /** What the stage's role may do. A query of an index names it. */
  tables: Readonly<Partial<Record<TableName, readonly TableAccess[]>>>;
  sends: readonly QueueName[];
  archive: Readonly<Partial<Record<ArchiveFolder, readonly ArchiveAccess[]>>>;
  sendsMail: boolean;
}

export const stages = [
  {
    name: 'poll-feeds',
    does: 'finds the feeds that are due and queues them by host',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    tables: { feeds: ['query byState'], usage: ['update'] },
    sends: ['feeds'],
    archive: {},
    sendsMail: false,
  },
  {
    name: 'fetch-feed',
    does: 'fetches feeds politely, reads them and queues the items that are new',
    trigger: { kind: 'queue', queue: 'feeds', batchSize: 10, maxConcurrency: 10 },
    timeoutSeconds: 180,
    memoryMegabytes: 1024,
    tables: {
      feeds: ['get', 'update'],
      identities: ['get', 'batch-get', 'put'],
      items: ['batch-get', 'put'],
      usage: ['update'],
    },
    sends: ['articles'],
    archive: {},
    sendsMail: false,
  },
  {
    name: 'read-article',
    does: 'fetches the page of one item, extracts the article, classifies it, finds its story and records coverage',
    trigger: { kind: 'queue', queue: 'articles', batchSize: 5, maxConcurrency: 20 },
    timeoutSeconds: 180,
    memoryMegabytes: 1024,
    tables: {
      feeds: ['get'],
      identities: ['get', 'put'],
      items: ['batch-get', 'update'],
      coverage: ['put'],
      stories: ['batch-get', 'put', 'update'],
      usage: ['update'],
    },
    sends: ['articles'],
    archive: { pages: ['put'], articles: ['put'] },
    sendsMail: false,
  },
  {
    name: 'send-digests',
    does: 'sends each subscriber the edition that is due, and asks new addresses to confirm',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    tables: {
      subscribers: ['get', 'query', 'put', 'update'],
      confirmations: ['get', 'query', 'put', 'update'],
      editions: ['get', 'query', 'put', 'update'],
      coverage: ['query byRecordedDay', 'query byOutlet'],
      feeds: ['query byState'],
      usage: ['query', 'update'],
    },
    sends: [],
    archive: { editions: ['get', 'put'] },
    sendsMail: true,
  },
  {
    name: 'mail-events',
    does: 'notes what SES says of sent mails, and sends no more to who refuses them',
    trigger: { kind: 'queue', queue: 'mail-events', batchSize: 10, maxConcurrency: 2 },
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    tables: { subscribers: ['query', 'update'], confirmations: ['put'], editions: ['update'], usage: ['update'] },
    sends: [],
    archive: {},
    sendsMail: false,
  },
  {
    name: 'web',
    does: 'serves the page: coverage, records, feeds, the last digest',
    trigger: { kind: 'http' },
    timeoutSeconds: 29,
    memoryMegabytes: 512,
    reservedConcurrency: 20,
    tables: {
      coverage: ['get', 'query byDay', 'query byStory'],
      feedback: ['get', 'put'],
      items: ['query'],
      feeds: ['query byState'],
      editions: ['get', 'query', 'query byCreation'],
      subscribers: ['get', 'update'],
      confirmations: ['get', 'put', 'update'],
      access: ['get', 'put', 'update', 'delete'],
      usage: ['query', 'update'],
    },
    sends: [],
    archive: { articles: ['get'], editions: ['get'] },
    sendsMail: false,
  },
] as const satisfies readonly Stage[];

export type StageName = (typeof stages)[number]['name'];

/**
 * Ends that an alarm watches, by the metric that counts them, as `<stage of the outcome> <outcome>`. A metric for every
 * end would cost more than the rest of the system: 0.30 dollars a month for each that comes every hour.
 */
export const watchedEnds = {
  'feeds-read': ['fetch-feed read', 'fetch-feed unchanged'],
  'messages-given-up': ['fetch-feed given-up', 'read-article given-up', 'mail-events given-up'],
  'mails-unknown': ['mail unknown'],
  'mails-not-sent': ['mail failed', 'mail expired', 'mail fault', 'mail-event rejected'],
  'editions-late': ['edition late'],
} as const satisfies Record<string, readonly string[]>;

export type WatchedEnd = keyof typeof watchedEnds;

/** The one value of the metrics' dimension `service`: an end counts the same, whichever stage reaches it. */
export const METRICS_SERVICE = 'vigil';

/** AWS's limits that the local runner enforces, in bytes. */
export const payloadLimits = {
  /** One SQS message, or one batch of them. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
  queueMessageBytes: 1_048_576,
  /** Request and response of a synchronous invocation. */
  invocationBytes: 6_291_456,
} as const;
