import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createDynamoEditionStore } from '../../lib/aws/dynamo-edition-store.ts';
import type { EditionStore } from '../../lib/digest/edition-store.ts';
import { type EmbeddedAws, startEmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { keepsEditions } from './edition-store-contract.ts';
import { fakeEditionStore } from './fake-ports.ts';

describe('editions in memory', () => {
  const { store } = fakeEditionStore();
  keepsEditions(() => store);
});

describe('editions in DynamoDB', () => {
  let aws: EmbeddedAws;
  let client: DynamoDBClient;
  let store: EditionStore;
  beforeAll(async () => {
    aws = await startEmbeddedAws({ dataDir: await mkdtemp(join(tmpdir(), 'vigil-editions-')) });
    client = new DynamoDBClient({
      region: 'us-east-1',
      endpoint: aws.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
      credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
    });
    store = createDynamoEditionStore(DynamoDBDocumentClient.from(client), aws.env.EDITIONS_TABLE ?? '');
  });
  afterAll(async () => {
    client?.destroy();
    await aws?.close();
  });
  keepsEditions(() => store);
});
