import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { latestVersion } from '../records/record-history.ts';
import { MOST_UNDER_A_NAME, type StoryIndex } from '../stories/story-index.ts';
import { StoryMember, StoryName, storyMemberHistory, storyNameHistory } from '../stories/story-member.ts';
import { type Row, wasAllowed } from './dynamo-client.ts';
import { getRows } from './get-rows.ts';
import { readRecord } from './read-record.ts';

const memberKey = (articleId: string) => `member|${articleId}`;
const nameKey = (name: string) => `name|${name}`;

/** @param now for leaving out rows that have expired but are not deleted yet */
export function createDynamoStoryIndex(client: DynamoDBDocumentClient, table: string, now: () => Date): StoryIndex {
  const epochSeconds = () => Math.floor(now().getTime() / 1000);

  async function getLive(keys: readonly string[]): Promise<Row[]> {
    const rows = await getRows(
      client,
      table,
      keys.map((lookup) => ({ lookup })),
    );
    return rows.filter(({ expiresAt }) => Number(expiresAt) > epochSeconds());
  }

  const getMembers = async (articleIds: readonly string[]) => {
    const members = (await getLive(articleIds.map(memberKey))).map((row) =>
      readRecord(row, StoryMember, storyMemberHistory),
    );
    return new Map(members.map((member) => [member.articleId, member]));
  };

  return {
    async enter(member, names) {
      await wasAllowed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...member, lookup: memberKey(member.articleId), kind: 'member' },
            ConditionExpression: 'attribute_not_exists(lookup) OR expiresAt <= :now',
            ExpressionAttributeValues: { ':now': epochSeconds() },
          }),
        ),
      );
      await Promise.all(names.map((name) => addToName(client, table, name, member)));
    },

    async findUnder(names) {
      const rows = await getLive(names.map(nameKey));
      return new Map(
        rows.map((row) => [
          String(row.lookup).slice(nameKey('').length),
          readRecord(row, StoryName, storyNameHistory).articleIds,
        ]),
      );
    },

    getMembers,

    async settle(articleId, place) {
      const isSettled = await wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { lookup: memberKey(articleId) },
            UpdateExpression: 'SET #place = :place',
            ConditionExpression: 'attribute_exists(lookup) AND attribute_not_exists(#place)',
            ExpressionAttributeNames: { '#place': 'place' },
            ExpressionAttributeValues: { ':place': place },
          }),
        ),
      );
      return isSettled ? place : ((await getMembers([articleId])).get(articleId)?.place ?? place);
    },
  };
}

/** What is full, or has the article already, stays as it is. */
function addToName(
  client: DynamoDBDocumentClient,
  table: string,
  name: string,
  { articleId, expiresAt }: StoryMember,
): Promise<boolean> {
  return wasAllowed(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { lookup: nameKey(name) },
        UpdateExpression:
          'SET articleIds = list_append(if_not_exists(articleIds, :none), :own), expiresAt = :expiresAt, #kind = :kind, schemaVersion = :version',
        ConditionExpression:
          'attribute_not_exists(articleIds) OR (size(articleIds) < :most AND NOT contains(articleIds, :id))',
        ExpressionAttributeNames: { '#kind': 'kind' },
        ExpressionAttributeValues: {
          ':none': [],
          ':own': [articleId],
          ':id': articleId,
          ':most': MOST_UNDER_A_NAME,
          ':expiresAt': expiresAt,
          ':kind': 'name',
          ':version': latestVersion(storyNameHistory),
        },
      }),
    ),
  );
}
