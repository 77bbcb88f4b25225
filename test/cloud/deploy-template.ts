import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { account } from './account.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

export interface EmbeddedUrls {
  dynamoUrl: string;
  fauxqsUrl: string;
}

/** Properties of a queue that the embedded SQS takes as attributes. */
const QUEUE_ATTRIBUTES = new Set([
  'FifoQueue',
  'ContentBasedDeduplication',
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'MaximumMessageSize',
  'DelaySeconds',
  'RedrivePolicy',
]);

/**
 * Makes the template's tables, queues and bucket on the embedded services, with its keys, indexes, time-outs and
 * dead-letter queues: what CloudFormation does, for the part that holds data.
 *
 * @param resolve references of the template to names
 */
export async function deployTemplate(
  template: TemplateDocument,
  resolve: (value: unknown) => unknown,
  { dynamoUrl, fauxqsUrl }: EmbeddedUrls,
): Promise<void> {
  const access = { region: account.region, credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } };
  const dynamo = new DynamoDBClient({ ...access, endpoint: dynamoUrl });
  const sqs = new SQSClient({ ...access, endpoint: fauxqsUrl });
  const s3 = new S3Client({ ...access, endpoint: fauxqsUrl, forcePathStyle: true });

  for (const [id, properties] of resourcesOfType(template, 'AWS::DynamoDB::Table')) {
    await createTable(dynamo, String(resolve({ Ref: id })), properties);
  }
  // A dead-letter queue stands before the queue that names it.
  const queues = resourcesOfType(template, 'AWS::SQS::Queue');
  for (const [id, properties] of queues.toSorted(([, a], [, b]) => rank(a) - rank(b))) {
    const QueueName = String(resolve({ 'Fn::GetAtt': [id, 'QueueName'] }));
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: queueAttributes(resolve(properties)) }));
  }
  for (const [id] of resourcesOfType(template, 'AWS::S3::Bucket')) {
    await s3.send(new CreateBucketCommand({ Bucket: String(resolve({ Ref: id })) }));
  }
  for (const client of [dynamo, sqs, s3]) client.destroy();
}

async function createTable(dynamo: DynamoDBClient, TableName: string, properties: Record<string, unknown>) {
  const { KMSMasterKeyId } = (properties.SSESpecification ?? {}) as { KMSMasterKeyId?: unknown };
  // Callers of such a table need the key too, and that is not judged here. A key of AWS's lets everybody in whom the
  // table does.
  if (KMSMasterKeyId !== undefined) throw new Error(`${TableName} has a key of its own`);
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } =
    properties as unknown as CreateTableCommandInput;
  await dynamo.send(
    new CreateTableCommand({
      TableName,
      KeySchema,
      AttributeDefinitions,
      BillingMode,
      ...(GlobalSecondaryIndexes !== undefined && { GlobalSecondaryIndexes }),
    }),
  );
  await waitUntilTableExists({ client: dynamo, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 }, { TableName });
}

const rank = (properties: Record<string, unknown>) => ('RedrivePolicy' in properties ? 1 : 0);

function queueAttributes(properties: unknown): Record<string, string> {
  if ('KmsMasterKeyId' in (properties as object)) throw new Error('a queue has a key of its own');
  const known = Object.entries(properties as Record<string, unknown>).filter(([name]) => QUEUE_ATTRIBUTES.has(name));
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
}
