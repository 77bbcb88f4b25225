import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from '../feeds/dead-letter-queue.ts';
import type { ItemScan } from '../feeds/item-scan.ts';
import type { QueueName } from '../pipeline.ts';
import type { ArchiveObjects } from '../records/archive-objects.ts';
import type { RecordTable } from '../records/record-table.ts';
import type { TableName } from '../tables.ts';
import { createDynamoClient } from './dynamo-client.ts';
import { createDynamoItemScan } from './dynamo-item-scan.ts';
import { createDynamoRecordTables } from './dynamo-record-table.ts';
import { createS3ArchiveObjects } from './s3-archive-objects.ts';
import { createSqsDeadLetterQueue } from './sqs-dead-letter-queue.ts';

/** What an operator's bulk work reads and writes, and no stage does. */
export interface OperatorStores {
  recordTables: RecordTable[];
  itemScan: ItemScan;
  archiveObjects: ArchiveObjects;
  /** Asks each queue where its dead letters are. */
  openDeadLetterQueues(): Promise<DeadLetterQueue[]>;
  close(): void;
}

export interface OperatedPlace {
  tables: Readonly<Record<TableName, string>>;
  queueUrls: Readonly<Record<QueueName, string>>;
  archiveBucket: string;
}

export function openOperatorStores(place: OperatedPlace, now: () => Date): OperatorStores {
  const { tables, queueUrls, archiveBucket } = place;
  const dynamo = createDynamoClient();
  const sqs = new SQSClient({});
  const s3 = new S3Client({ forcePathStyle: true });
  return {
    recordTables: createDynamoRecordTables(dynamo, tables),
    archiveObjects: createS3ArchiveObjects(s3, archiveBucket),
    itemScan: createDynamoItemScan(dynamo, tables.items, now),
    openDeadLetterQueues: () =>
      Promise.all(Object.entries(queueUrls).map(([name, url]) => createSqsDeadLetterQueue(sqs, name, url))),
    close() {
      dynamo.destroy();
      sqs.destroy();
      s3.destroy();
    },
  };
}
