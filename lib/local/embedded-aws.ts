import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { queues as pipelineQueues, type QueueName, type QueueShape } from '../pipeline.ts';
import { createAwsResources } from './aws-resources.ts';
import { startDynalite } from './dynalite-server.ts';
import { startFauxqs } from './fauxqs-server.ts';
import { publishToQueue } from './mail-event-feed.ts';
import { startSesServer } from './ses-server.ts';
import { readTrustedOrigins } from './trusted-origins.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** Where the page is expected when the caller names no address. */
const DEFAULT_PUBLIC_URL = 'http://127.0.0.1:8080';

export interface EmbeddedAwsOptions {
  /** Prepared by openInstance; nobody else may have it open. */
  dataDir: string;
  /** Address of the page, for links in mails; absent for the one that the folder was served at last. */
  publicUrl?: string | undefined;
  /** Whether the page has a sign-up. */
  isSignUpOpen?: boolean | undefined;
  /** Other queue shapes than the pipeline's, for tests that wait for redelivery. */
  queues?: Readonly<Record<QueueName, QueueShape>> | undefined;
}

export interface EmbeddedAws {
  /** Every variable that Settings requires, and those by which unmodified SDK clients find the embedded services. */
  env: Record<string, string>;
  /** Page that lists the mails that were sent. */
  mailUrl: string;
  close(): Promise<void>;
}

/**
 * Starts DynamoDB (dynalite), SQS and S3 (fauxqs) and SES in this process, on loopback, with the tables, queues and the
 * bucket of `lib/pipeline.ts`. Data stays in `<dataDir>/{dynamodb,sqs,s3,mail}`.
 *
 * S3 clients must set `forcePathStyle: true`: the SDK has no environment variable for it, a bucket in the host name
 * needs DNS, and S3 itself accepts the path style too.
 */
export async function startEmbeddedAws(options: EmbeddedAwsOptions): Promise<EmbeddedAws> {
  const { dataDir, publicUrl, isSignUpOpen = false, queues } = options;
  const started: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const server of started.splice(0).reverse()) await server.close();
  };
  try {
    const dynamo = await startDynalite(join(dataDir, 'dynamodb'));
    started.push(dynamo);
    const fauxqs = await startFauxqs(join(dataDir, 'sqs'), join(dataDir, 's3'));
    started.push(fauxqs);
    const ses = await startSesServer(join(dataDir, 'mail'));
    started.push(ses);

    const access = accessEnv({ dynamoUrl: dynamo.url, fauxqsUrl: fauxqs.url, sesUrl: ses.url });
    const names = await createAwsResources(access, queues ?? pipelineQueues);
    const sqs = new SQSClient({
      region: access.AWS_REGION,
      endpoint: fauxqs.url,
      credentials: { accessKeyId: access.AWS_ACCESS_KEY_ID, secretAccessKey: access.AWS_SECRET_ACCESS_KEY },
    });
    started.push({ close: async () => sqs.destroy() });
    ses.publishTo(publishToQueue(sqs, names.MAIL_EVENTS_QUEUE_URL ?? ''));
    const env = {
      ...access,
      ...names,
      CONFIGURATION_SET: 'vigil',
      SENDER_ADDRESS: 'digest@vigil.example',
      CONTACT_URL: 'mailto:operator@vigil.example',
      PUBLIC_URL: pageUrl(dataDir, publicUrl),
      PAGE_TOKEN: keptSecret(dataDir, 'page-token'),
      SIGNING_KEY: keptSecret(dataDir, 'signing-key'),
      SIGN_UP: String(isSignUpOpen),
      HOST_GAP_SECONDS: '1',
      CALENDAR_FILE: join(dataDir, 'calendar.json'),
      ALLOWED_ORIGINS: readTrustedOrigins(dataDir).join(','),
    };
    return { env, mailUrl: ses.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Endpoints, region and credentials that open nothing; the empty values stand against a profile of the operator's. */
function accessEnv(urls: { dynamoUrl: string; fauxqsUrl: string; sesUrl: string }) {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: urls.dynamoUrl,
    AWS_ENDPOINT_URL_SQS: urls.fauxqsUrl,
    AWS_ENDPOINT_URL_S3: urls.fauxqsUrl,
    AWS_ENDPOINT_URL_SESV2: urls.sesUrl,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
  };
}

/** The page of this folder as it was served last: a command links to it, whoever serves it. */
function pageUrl(dataDir: string, given: string | undefined): string {
  const path = join(dataDir, 'page-url');
  if (given !== undefined) writeFileWhole(path, `${given}\n`);
  return given ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : DEFAULT_PUBLIC_URL);
}

/** A random secret, made once for the folder. */
function keptSecret(dataDir: string, name: 'page-token' | 'signing-key'): string {
  const path = join(dataDir, name);
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (kept.length >= 32) return kept;
  const secret = randomBytes(32).toString('base64url');
  writeFileWhole(path, `${secret}\n`);
  return secret;
}
