import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoConfirmationStore } from '../../lib/aws/dynamo-confirmation-store.ts';
import { createDynamoCoverageStore } from '../../lib/aws/dynamo-coverage-store.ts';
import { createDynamoDayCountStore } from '../../lib/aws/dynamo-day-count-store.ts';
import { createDynamoEditionStore } from '../../lib/aws/dynamo-edition-store.ts';
import { createDynamoMailboxKeyStore } from '../../lib/aws/dynamo-mailbox-key-store.ts';
import { createDynamoSubscriberStore } from '../../lib/aws/dynamo-subscriber-store.ts';
import { createS3Archive } from '../../lib/aws/s3-archive.ts';
import { startEmbeddedAws } from '../../lib/local/embedded-aws.ts';
import type { Script } from './script.ts';
import { emptyDays, type Stores } from './stores.ts';

/** The stores of the deployed stages, on dynalite and an embedded S3, for the lives of one script. */
export interface EmbeddedStores {
  /** As they are before the first tick. */
  renew(): Promise<Stores>;
  close(): Promise<void>;
}

export async function openEmbeddedStores({ readers, asked, arrivals }: Script): Promise<EmbeddedStores> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vigil-crashes-'));
  const { env, close } = await startEmbeddedAws({ dataDir });
  const {
    EDITIONS_TABLE = '',
    SUBSCRIBERS_TABLE = '',
    CONFIRMATIONS_TABLE = '',
    COVERAGE_TABLE = '',
    ARCHIVE_BUCKET = '',
  } = env;
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const access = { region: 'us-east-1', credentials };
  const client = new DynamoDBClient({ ...access, endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? '' });
  const dynamo = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({ ...access, endpoint: env.AWS_ENDPOINT_URL_S3 ?? '', forcePathStyle: true });
  // Of the time at which it is asked: in a life nothing expires.
  const confirmationStore = createDynamoConfirmationStore(dynamo, CONFIRMATIONS_TABLE, () => new Date(asked.askedAt));
  const coverageStore = createDynamoCoverageStore(dynamo, COVERAGE_TABLE);
  for (const { record } of arrivals) await coverageStore.add(record);
  const dayCountStore = createDynamoDayCountStore(dynamo, EDITIONS_TABLE);
  for (const count of emptyDays) await dayCountStore.add(count);

  async function forget(subscriberId: string): Promise<void> {
    const { Items = [] } = await dynamo.send(
      new QueryCommand({
        TableName: EDITIONS_TABLE,
        KeyConditionExpression: 'subscriberId = :subscriberId',
        ExpressionAttributeValues: { ':subscriberId': subscriberId },
      }),
    );
    const keys = Items.map(({ editionKey }) => ({ subscriberId, editionKey }));
    await Promise.all(keys.map((Key) => dynamo.send(new DeleteCommand({ TableName: EDITIONS_TABLE, Key }))));
  }

  return {
    async renew() {
      for (const reader of readers) {
        await forget(reader.subscriberId);
        await dynamo.send(new PutCommand({ TableName: SUBSCRIBERS_TABLE, Item: { ...reader, list: 'digest' } }));
      }
      const askedRow = { ...asked, list: 'confirmations', kind: 'confirmation' };
      await dynamo.send(new PutCommand({ TableName: CONFIRMATIONS_TABLE, Item: askedRow }));
      return {
        subscriberStore: createDynamoSubscriberStore(dynamo, SUBSCRIBERS_TABLE),
        confirmationStore,
        editionStore: createDynamoEditionStore(dynamo, EDITIONS_TABLE),
        editionArchive: createS3Archive(s3, ARCHIVE_BUCKET),
        coverageStore,
        dayCountStore,
        // In each life made anew, as in a container that starts.
        mailboxKeyStore: createDynamoMailboxKeyStore(dynamo, EDITIONS_TABLE),
      };
    },
    async close() {
      client.destroy();
      s3.destroy();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
