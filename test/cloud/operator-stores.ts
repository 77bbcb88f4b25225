import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoCoverageStore } from '../../lib/aws/dynamo-coverage-store.ts';
import { createDynamoEditionStore } from '../../lib/aws/dynamo-edition-store.ts';
import { createDynamoFeedStore } from '../../lib/aws/dynamo-feed-store.ts';
import { createDynamoProgramTokenStore } from '../../lib/aws/dynamo-program-token-store.ts';
import { createDynamoSubscriberStore } from '../../lib/aws/dynamo-subscriber-store.ts';
import { account } from './account.ts';
import type { DeployedStack } from './deployed-stack.ts';

/** What the operator's commands work with: the stack's tables and archive by their names, under the operator's own keys. */
export function openOperatorStores({ functions, urls }: DeployedStack) {
  // Every function has the names of all tables.
  const { FEEDS_TABLE, COVERAGE_TABLE, SUBSCRIBERS_TABLE, EDITIONS_TABLE, ACCESS_TABLE, ARCHIVE_BUCKET } =
    functions[0]?.deployed.variables ?? {};
  const access = { region: account.region, credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } };
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({ ...access, endpoint: urls.dynamodb }));
  const s3 = new S3Client({ ...access, endpoint: urls.s3, forcePathStyle: true });
  return {
    feedStore: createDynamoFeedStore(dynamo, FEEDS_TABLE ?? ''),
    coverageStore: createDynamoCoverageStore(dynamo, COVERAGE_TABLE ?? ''),
    subscriberStore: createDynamoSubscriberStore(dynamo, SUBSCRIBERS_TABLE ?? ''),
    editionStore: createDynamoEditionStore(dynamo, EDITIONS_TABLE ?? ''),
    programTokenStore: createDynamoProgramTokenStore(dynamo, ACCESS_TABLE ?? '', () => new Date()),
    deleteObject: (key: string) => s3.send(new DeleteObjectCommand({ Bucket: ARCHIVE_BUCKET, Key: key })),
    close() {
      dynamo.destroy();
      s3.destroy();
    },
  };
}
