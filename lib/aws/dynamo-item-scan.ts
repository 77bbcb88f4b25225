import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { Item, itemHistory } from '../feeds/item.ts';
import type { ItemScan } from '../feeds/item-scan.ts';
import { readRecord } from './read-record.ts';

/** @param now for leaving out rows that have expired but are not deleted yet */
export function createDynamoItemScan(client: DynamoDBDocumentClient, table: string, now: () => Date): ItemScan {
  return {
    async *pages(since) {
      let looked = 0;
      const pages = paginateScan(
        { client },
        {
          TableName: table,
          ConsistentRead: true,
          FilterExpression: 'firstSeenAt >= :since AND expiresAt > :now',
          ExpressionAttributeValues: { ':since': since, ':now': Math.floor(now().getTime() / 1000) },
        },
      );
      for await (const { Items = [], ScannedCount = 0 } of pages) {
        looked += ScannedCount;
        yield { items: Items.map((row) => readRecord(row, Item, itemHistory)), looked };
      }
    },
  };
}
