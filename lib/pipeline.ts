/**
 * Read this first: the whole system as data, in the order in which an article moves through it. The stack turns a row
 * into a function with its schedule or queue; the local runner turns the same row into a timer or a poll that calls
 * the same handler (`lambdas/<stage>/handler.ts`) with the event its trigger would send.
 */

/** An index is named for what it answers. Keys are strings unless said otherwise. */
export interface TableShape {
  partitionKey: string;
  sortKey?: string;
  indexes: Readonly<Record<string, { partitionKey: string; sortKey: string }>>;
  /** Attribute with epoch seconds. */
  timeToLive?: string;
}

export const tables = {
  /** The feed list, with settings and state. */
  feeds: {
    partitionKey: 'feedId',
    indexes: { byState: { partitionKey: 'state', sortKey: 'nextCheckAt' } },
  },
  /** Names under which an article may come again. */
  identities: { partitionKey: 'identity', indexes: {}, timeToLive: 'expiresAt' },
  /** One article as one feed listed it, with its end and its trace. */
  items: { partitionKey: 'articleId', sortKey: 'feedId', indexes: {}, timeToLive: 'expiresAt' },
  /** What the project is for. */
  coverage: {
    partitionKey: 'articleId',
    indexes: {
      byDay: { partitionKey: 'day', sortKey: 'dayKey' },
      byRecordedDay: { partitionKey: 'recordedDay', sortKey: 'recordedKey' },
      byOutlet: { partitionKey: 'outletId', sortKey: 'dayKey' },
      byStory: { partitionKey: 'storyId', sortKey: 'recordedKey' },
    },
  },
  /** Readers of the digest; one partition, so that the list is a query. */
  subscribers: { partitionKey: 'list', sortKey: 'subscriberId', indexes: {} },
  /** Editions and their mails: the sort key is the local date, or `<local date>/send`. */
  editions: {
    partitionKey: 'subscriberId',
    sortKey: 'editionKey',
    indexes: { byCreation: { partitionKey: 'kind', sortKey: 'createdAt' } },
  },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tables;

/**
 * First in, first out, with the host as message group: one host is read by one reader at a time across all Lambdas.
 * Every queue has a dead-letter queue beside it.
 */
export interface QueueShape {
  /** At least six times the consumer's time-out, as AWS advises for event source mappings. */
  visibilitySeconds: number;
  maxReceives: number;
  retentionDays: number;
}

export const queues = {
  feeds: { visibilitySeconds: 720, maxReceives: 5, retentionDays: 4 },
  articles: { visibilitySeconds: 1080, maxReceives: 5, retentionDays: 4 },
} as const satisfies Record<string, QueueShape>;

export type QueueName = keyof typeof queues;

export type Trigger =
  | { kind: 'schedule'; everyMinutes: number }
  | { kind: 'queue'; queue: QueueName; batchSize: number; maxConcurrency: number }
  | { kind: 'http' };

export interface Stage {
  name: string;
  /** One sentence for the operator. */
  does: string;
  trigger: Trigger;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** What the stage's role may do. */
  reads: readonly TableName[];
  writes: readonly TableName[];
  sends: readonly QueueName[];
  archive: 'none' | 'read' | 'write' | 'read-write';
  sendsMail: boolean;
}

export const stages = [
  {
    name: 'poll-feeds',
    does: 'finds the feeds that are due and queues them by host',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    timeoutSeconds: 60,
    memoryMegabytes: 256,
    reads: ['feeds'],
    writes: [],
    sends: ['feeds'],
    archive: 'none',
    sendsMail: false,
  },
  {
    name: 'fetch-feed',
    does: 'fetches one feed politely, reads it and queues the items that are new',
    trigger: { kind: 'queue', queue: 'feeds', batchSize: 1, maxConcurrency: 10 },
    timeoutSeconds: 120,
    memoryMegabytes: 1024,
    reads: ['feeds', 'identities', 'items'],
    writes: ['feeds', 'identities', 'items'],
    sends: ['articles'],
    archive: 'none',
    sendsMail: false,
  },
  {
    name: 'read-article',
    does: 'fetches the page of one item, extracts the article, classifies it and records coverage',
    trigger: { kind: 'queue', queue: 'articles', batchSize: 5, maxConcurrency: 20 },
    timeoutSeconds: 180,
    memoryMegabytes: 1536,
    reads: ['feeds', 'identities', 'items', 'coverage'],
    writes: ['identities', 'items', 'coverage'],
    sends: ['articles'],
    archive: 'write',
    sendsMail: false,
  },
  {
    name: 'send-digests',
    does: 'sends each subscriber the edition that is due',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    reads: ['subscribers', 'editions', 'coverage', 'feeds'],
    writes: ['editions'],
    sends: [],
    archive: 'read-write',
    sendsMail: true,
  },
  {
    name: 'web',
    does: 'serves the page: coverage, records, feeds, the last digest',
    trigger: { kind: 'http' },
    timeoutSeconds: 29,
    memoryMegabytes: 512,
    reads: ['coverage', 'items', 'identities', 'feeds', 'editions'],
    writes: ['subscribers'],
    sends: [],
    archive: 'read',
    sendsMail: false,
  },
] as const satisfies readonly Stage[];

export type StageName = (typeof stages)[number]['name'];

/** AWS's limits that the local runner enforces, in bytes. */
export const payloadLimits = {
  /** One SQS message, or one batch of them. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
  queueMessageBytes: 1_048_576,
  /** Request and response of a synchronous invocation. */
  invocationBytes: 6_291_456,
} as const;
