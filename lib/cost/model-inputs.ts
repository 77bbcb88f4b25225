import { z } from 'zod';

/** What the model is asked about. What an operator does not say is assumed; the answer prints what was. */
export const ModelInputs = z.object({
  feeds: z.int().min(1).max(1_000_000).default(300),
  articlesAMonth: z.int().min(0).max(1_000_000_000).default(60_000),
  /** The interval of a feed is 60 minutes unless its settings say otherwise. */
  checksADay: z.number().min(1).max(288).default(24),
  /** Of the checks, those whose document has to be read: news, or a server that cannot say that there is none. */
  changedShare: z.number().min(0).max(1).default(0.3),
  itemsListed: z.number().min(1).default(25),
  /** Of the articles, those that are coverage. */
  relevantShare: z.number().min(0).max(1).default(0.03),
  readers: z.int().min(0).default(50),
  pageViewsADay: z.number().min(0).default(50),
  usersSigningIn: z.int().min(0).default(10),
  /** How long a feed's server and a page's take to answer, and what part of them never does: 20 seconds each. */
  feedSeconds: z.number().min(0).max(20).default(1.2),
  pageSeconds: z.number().min(0).max(20).default(1.5),
  failingShare: z.number().min(0).max(1).default(0.01),
  /** Between two requests to one host. */
  hostGapSeconds: z.number().min(0).default(1),
  /** Messages that an invocation finds: SQS hands over what has come, and waits for no more. */
  feedsInBatch: z.number().min(1).max(10).default(4),
  articlesInBatch: z.number().min(1).max(5).default(2),
  /** Of these, of one host, one after another. */
  articlesOfHost: z.number().min(1).max(5).default(1.5),
  /** Articles whose host's robots.txt the process has not asked for yet. */
  unknownRobotsShare: z.number().min(0).max(1).default(0.5),
  coldShare: z.number().min(0).max(1).default(0.03),
  /** How long it has been running: what was stored lies there. */
  monthsKept: z.number().min(1).default(12),
});
export type ModelInputs = z.infer<typeof ModelInputs>;

export const DAYS_A_MONTH = 30;
