import { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from '../feeds/dead-letter-queue.ts';
import type { ItemScan } from '../feeds/item-scan.ts';
import type { QueueName, TableName } from '../pipeline.ts';
import type { RecordTable } from '../records/record-table.ts';
import { createDynamoClient } from './dynamo-client.ts';
import { createDynamoItemScan } from './dynamo-item-scan.ts';
import { createDynamoRecordTables } from './dynamo-record-table.ts';
import { createSqsDeadLetterQueue } from './sqs-dead-letter-queue.ts';

/** What an operator's bulk work reads and writes, and no stage does. */
export interface OperatorStores {
  recordTables: RecordTable[];
  itemScan: ItemScan;
  /** Asks each queue where its dead letters are. */
  openDeadLetterQueues(): Promise<DeadLetterQueue[]>;
  close(): void;
}

export interface OperatedPlace {
  tables: Readonly<Record<TableName, string>>;
  queueUrls: Readonly<Record<QueueName, string>>;
}

export function openOperatorStores({ tables, queueUrls }: OperatedPlace, now: () => Date): OperatorStores {
  const dynamo = createDynamoClient();
  const sqs = new SQSClient({});
  return {
    recordTables: createDynamoRecordTables(dynamo, tables),
    itemScan: createDynamoItemScan(dynamo, tables.items, now),
    openDeadLetterQueues: () =>
      Promise.all(Object.entries(queueUrls).map(([name, url]) => createSqsDeadLetterQueue(sqs, name, url))),
    close() {
      dynamo.destroy();
      sqs.destroy();
    },
  };
}
