import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Coverage, coverageHistory } from '../coverage/coverage.ts';
import type { CoverageFilter, CoverageStore } from '../coverage/coverage-store.ts';
import { daysBetween } from '../coverage/days.ts';
import { packMatches } from '../coverage/packed-matches.ts';
import { queryAll, updateExpression, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** Partitions that are read at once when a query spans many days. */
const DAYS_AT_ONCE = 8;

/** Rows that are read at once to learn whether an outlet is known. */
const ROWS_TO_DECIDE = 2;

/** Sorts after every time of a day: keys are `<ISO time>#<article id>`. */
const AFTER_ALL = '~';

export function createDynamoCoverageStore(client: DynamoDBDocumentClient, table: string): CoverageStore {
  async function ofDay(index: 'byDay' | 'byRecordedDay', day: string): Promise<Coverage[]> {
    const key = index === 'byDay' ? 'day' : 'recordedDay';
    const rows = await queryAll(client, {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': key },
      ExpressionAttributeValues: { ':day': day },
    });
    return rows.map((row) => readRecord(row, Coverage, coverageHistory));
  }

  async function ofDays(index: 'byDay' | 'byRecordedDay', days: readonly string[]): Promise<Coverage[]> {
    const found: Coverage[] = [];
    for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
      const pages = await Promise.all(days.slice(from, from + DAYS_AT_ONCE).map((day) => ofDay(index, day)));
      found.push(...pages.flat());
    }
    return found;
  }

  async function ofOutlet(outletId: string, fromDay: string, toDay: string): Promise<Coverage[]> {
    // BETWEEN is refused with its ends the wrong way round.
    if (fromDay > toDay) return [];
    const rows = await queryAll(client, {
      TableName: table,
      IndexName: 'byOutlet',
      KeyConditionExpression: 'outletId = :outletId AND dayKey BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':outletId': outletId, ':from': fromDay, ':to': `${toDay}T${AFTER_ALL}` },
    });
    return rows.map((row) => readRecord(row, Coverage, coverageHistory));
  }

  return {
    add: (coverage, over) =>
      wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...coverage,
              matches: packMatches(coverage.matches),
              dayKey: `${coverage.publishedAt ?? coverage.recordedAt}#${coverage.articleId}`,
              recordedKey: `${coverage.recordedAt}#${coverage.articleId}`,
            },
            ConditionExpression: 'attribute_not_exists(articleId) OR relevance IN (:offTopic, :over)',
            ExpressionAttributeValues: { ':offTopic': 'off-topic', ':over': over ?? 'off-topic' },
          }),
        ),
      ),

    relabel({ articleId, recordedAt, relevance, score, ruleSetVersion }, labels) {
      const unset = { isLate: undefined, lateReason: undefined, facts: undefined };
      const update = updateExpression({ ...unset, ...labels, matches: packMatches(labels.matches) });
      return wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { articleId },
            ...update,
            ConditionExpression:
              'recordedAt = :wasRecordedAt AND #relevance = :wasRelevance AND #score = :wasScore AND #ruleSetVersion = :wasVersion',
            ExpressionAttributeValues: {
              ...update.ExpressionAttributeValues,
              ':wasRecordedAt': recordedAt,
              ':wasRelevance': relevance,
              ':wasScore': score,
              ':wasVersion': ruleSetVersion,
            },
          }),
        ),
      );
    },

    async get(articleId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { articleId }, ConsistentRead: true }),
      );
      return Item && readRecord(Item, Coverage, coverageHistory);
    },

    async query({ fromDay, toDay }, filter = {}) {
      const found = filter.outletId
        ? await ofOutlet(filter.outletId, fromDay, toDay)
        : await ofDays('byDay', daysBetween(fromDay, toDay));
      return found.filter((coverage) => passes(coverage, filter)).sort(newestFirst);
    },

    async listStory(storyId) {
      const rows = await queryAll(client, {
        TableName: table,
        IndexName: 'byStory',
        KeyConditionExpression: 'storyId = :storyId',
        ExpressionAttributeValues: { ':storyId': storyId },
      });
      return rows.map((row) => readRecord(row, Coverage, coverageHistory));
    },

    async listRecorded(from, to) {
      const found = await ofDays('byRecordedDay', daysBetween(from.slice(0, 10), to.slice(0, 10)));
      return found
        .filter(({ recordedAt }) => from <= recordedAt && recordedAt < to)
        .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.articleId.localeCompare(b.articleId));
    },

    async wasRecordedBefore(outletId, before) {
      // From the oldest by publication, a few rows at a time: of an outlet that is known the first page decides.
      const pages = paginateQuery(
        { client, pageSize: ROWS_TO_DECIDE },
        {
          TableName: table,
          IndexName: 'byOutlet',
          KeyConditionExpression: 'outletId = :outletId',
          FilterExpression: 'recordedAt < :before AND relevance = :relevant',
          ExpressionAttributeValues: { ':outletId': outletId, ':before': before, ':relevant': 'relevant' },
          ProjectionExpression: 'articleId',
        },
      );
      for await (const { Items = [] } of pages) if (Items.length > 0) return true;
      return false;
    },
  };
}

function passes(coverage: Coverage, filter: CoverageFilter): boolean {
  return (
    (filter.relevance === undefined ? coverage.relevance !== 'off-topic' : coverage.relevance === filter.relevance) &&
    (filter.theme === undefined || coverage.themes.includes(filter.theme)) &&
    (filter.language === undefined || coverage.language === filter.language) &&
    (filter.outletId === undefined || coverage.outletId === filter.outletId)
  );
}

function newestFirst(a: Coverage, b: Coverage): number {
  const when = (coverage: Coverage) => coverage.publishedAt ?? coverage.recordedAt;
  return when(b).localeCompare(when(a)) || a.articleId.localeCompare(b.articleId);
}
