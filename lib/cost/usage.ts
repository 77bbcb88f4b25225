import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

const count = z.number().min(0).default(0);

/**
 * What was used of the things that AWS bills, and what was done with it. Whole numbers, but for read units, which come in
 * halves. An absent counter is 0: rows that an earlier version wrote stay readable.
 */
export const Usage = z.object({
  /** Starts of a function. */
  invocations: count,
  /** Memory of the function × billed milliseconds, the start of a cold function included. */
  megabyteMilliseconds: count,
  /** Starts by a schedule. */
  scheduledStarts: count,
  /** Requests to the HTTP API. */
  pageRequests: count,
  /** DynamoDB request units. */
  readUnits: count,
  writeUnits: count,
  /** SQS requests, one for each 64 KB. Those of Lambda's own poller are counted a batch, as it answers for them. */
  fifoRequests: count,
  standardRequests: count,
  /** S3: PUT, COPY, POST and LIST; GET and the rest; bytes put. */
  objectPuts: count,
  objectGets: count,
  objectBytes: count,
  /** Mails handed to SES, and the bytes of their texts. */
  mails: count,
  mailBytes: count,
  /** Bytes of the log lines. */
  logBytes: count,
  /** Tokens of language models, in and out. */
  modelTokens: count,
  /** What they cost at the model's price, in millionths of a dollar. */
  modelMicrodollars: count,
  /** Bytes of fetched documents, unpacked: coming in costs nothing. */
  bytesFetched: count,
  /** Bytes of the page's answers. */
  bytesSent: count,
  /** Feeds asked, and how many of them had nothing new. */
  feedChecks: count,
  unchangedChecks: count,
  /** Items that read-article brought to their end, and how many of them were recorded as relevant. */
  articles: count,
  relevantArticles: count,
});
export type Usage = z.infer<typeof Usage>;

export const usageHistory: RecordHistory = { name: 'usage of a day', upgrades: [] };

export type UsageCounter = keyof Usage;

export const usageCounters = Object.keys(Usage.shape) as UsageCounter[];

export function noUsage(): Usage {
  return Usage.parse({});
}

/** Adds to the first. */
export function addUsage(to: Usage, more: Readonly<Partial<Usage>>): void {
  for (const counter of usageCounters) to[counter] += more[counter] ?? 0;
}

export function sumOfUsage(parts: Iterable<Readonly<Partial<Usage>>>): Usage {
  const sum = noUsage();
  for (const part of parts) addUsage(sum, part);
  return sum;
}
