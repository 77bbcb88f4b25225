import type { z } from 'zod';
import type { QueueName } from '../pipeline.ts';
import type { Settings } from '../settings.ts';
import type { TableName } from '../tables.ts';

/** Keys with a default. ALLOWED_ORIGINS opens private addresses to the fetcher: no deployed function may have it; its bundle holds the calendar. */
type LeftToItsDefault = 'ALLOWED_ORIGINS' | 'HOST_GAP_SECONDS' | 'CALENDAR_FILE';

/**
 * Set beside: the secrets differ by stage, what works on the tables from elsewhere counts nothing, and the region is
 * Lambda's own.
 */
type SetBeside =
  | 'AWS_REGION'
  | 'SIGN_UP'
  | 'SIGNING_KEY'
  | 'ORIGIN_SECRET'
  | 'METRICS_NAMESPACE'
  | SignInKey
  | SecondOpinionKey;

/** Of the page alone; see page-sign-in.ts. */
type SignInKey = 'PAGE_TOKEN' | `SIGN_IN_${string}`;

/** Of read-article alone, where it is asked for; see second-opinion.ts. */
type SecondOpinionKey = `SECOND_OPINION_${string}`;

/** The variables that all functions have alike. */
export type StageEnvironment = Record<Exclude<keyof z.input<typeof Settings>, LeftToItsDefault | SetBeside>, string>;

export interface EnvironmentSources {
  tables: Readonly<Record<TableName, { tableName: string }>>;
  queues: Readonly<Record<QueueName, { queueUrl: string }>>;
  archive: { bucketName: string };
  page: { host: string };
  mail: { sender: string; configurationSetName: string };
  contact: string;
}

export function stageEnvironment({ tables, queues, ...sources }: EnvironmentSources): StageEnvironment {
  return {
    FEEDS_TABLE: tables.feeds.tableName,
    IDENTITIES_TABLE: tables.identities.tableName,
    ITEMS_TABLE: tables.items.tableName,
    COVERAGE_TABLE: tables.coverage.tableName,
    STORIES_TABLE: tables.stories.tableName,
    FEEDBACK_TABLE: tables.feedback.tableName,
    SUBSCRIBERS_TABLE: tables.subscribers.tableName,
    CONFIRMATIONS_TABLE: tables.confirmations.tableName,
    EDITIONS_TABLE: tables.editions.tableName,
    ACCESS_TABLE: tables.access.tableName,
    USAGE_TABLE: tables.usage.tableName,
    FEEDS_QUEUE_URL: queues.feeds.queueUrl,
    ARTICLES_QUEUE_URL: queues.articles.queueUrl,
    MAIL_EVENTS_QUEUE_URL: queues['mail-events'].queueUrl,
    ARCHIVE_BUCKET: sources.archive.bucketName,
    SENDER_ADDRESS: sources.mail.sender,
    CONFIGURATION_SET: sources.mail.configurationSetName,
    CONTACT_URL: sources.contact,
    PUBLIC_URL: `https://${sources.page.host}`,
  };
}
