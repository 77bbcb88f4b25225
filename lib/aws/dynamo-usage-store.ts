import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Usage, usageHistory } from '../cost/usage.ts';
import type { DayUsage, UsageStore } from '../cost/usage-store.ts';
import { daysBetween } from '../coverage/days.ts';
import { expiryAfter } from '../records/expiry-after.ts';
import { latestVersion } from '../records/record-history.ts';
import { queryAll } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** A year and a month, so that a month can be held against the same month of the year before. */
const DAYS_KEPT = 400;
/** Partitions that are read at once. */
const DAYS_AT_ONCE = 8;

export function createDynamoUsageStore(client: DynamoDBDocumentClient, table: string): UsageStore {
  async function ofDay(day: string): Promise<DayUsage[]> {
    const rows = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': day },
    });
    return rows.map((row) => ({ day, stage: String(row.stage), usage: readRecord(row, Usage, usageHistory) }));
  }

  return {
    async add(day, stage, usage) {
      const counters = Object.entries(usage).filter(([, amount]) => amount !== 0);
      if (counters.length === 0) return;
      const expiresAt = expiryAfter(day, DAYS_KEPT);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { day, stage },
          UpdateExpression: `SET #expiresAt = :expiresAt, #version = :version ADD ${counters.map(([name]) => `#${name} :${name}`).join(', ')}`,
          ExpressionAttributeNames: {
            '#expiresAt': 'expiresAt',
            '#version': 'schemaVersion',
            ...Object.fromEntries(counters.map(([name]) => [`#${name}`, name])),
          },
          ExpressionAttributeValues: {
            ':expiresAt': expiresAt,
            ':version': latestVersion(usageHistory),
            ...Object.fromEntries(counters.map(([name, amount]) => [`:${name}`, amount])),
          },
        }),
      );
    },

    async list(fromDay, toDay) {
      const days = daysBetween(fromDay, toDay);
      const found: DayUsage[] = [];
      for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
        found.push(...(await Promise.all(days.slice(from, from + DAYS_AT_ONCE).map(ofDay))).flat());
      }
      return found;
    },
  };
}
