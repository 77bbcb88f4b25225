/** An index is named for what it answers. Keys are strings unless said otherwise. */
export interface TableShape {
  partitionKey: string;
  sortKey?: string;
  indexes: Readonly<Record<string, { partitionKey: string; sortKey: string }>>;
  /** Attribute with epoch seconds. */
  timeToLive?: string;
  /** Rows name people: encrypted with a key whose every use stands in the account's trail. */
  namesPeople?: true;
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
  /** Articles of the last two weeks and the names by which others find them, to be one story. */
  stories: { partitionKey: 'lookup', indexes: {}, timeToLive: 'expiresAt' },
  /** What readers say of articles; the last vote of each. */
  feedback: {
    partitionKey: 'articleId',
    sortKey: 'voter',
    indexes: { byMonth: { partitionKey: 'month', sortKey: 'at' } },
    timeToLive: 'expiresAt',
  },
  /** Readers of the digest; one partition, so that the list is a query. */
  subscribers: { partitionKey: 'list', sortKey: 'subscriberId', indexes: {}, namesPeople: true },
  /** Addresses whose owners have not said yes yet, and how many mails were asked for. */
  confirmations: {
    partitionKey: 'list',
    sortKey: 'confirmationId',
    indexes: {},
    timeToLive: 'expiresAt',
    namesPeople: true,
  },
  /** Editions and their mails: the sort key is the local date, or `<local date>/send`. Beside them what each day brought, the operator's dates and the key of mailboxes. */
  editions: {
    partitionKey: 'subscriberId',
    sortKey: 'editionKey',
    indexes: { byCreation: { partitionKey: 'kind', sortKey: 'createdAt' } },
  },
  /** Who may open the page: sessions of people and tokens of programs. */
  access: {
    partitionKey: 'accessId',
    indexes: { byKind: { partitionKey: 'kind', sortKey: 'createdAt' } },
    timeToLive: 'expiresAt',
    namesPeople: true,
  },
  /** What AWS bills, counted by day (UTC) and stage. */
  usage: { partitionKey: 'day', sortKey: 'stage', indexes: {}, timeToLive: 'expiresAt' },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tables;
