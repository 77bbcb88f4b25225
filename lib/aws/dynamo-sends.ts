import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Send, sendHistory } from '../digest/edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { type Row, wasAllowed } from './dynamo-client.ts';
import { sendKey, updateRow } from './edition-rows.ts';
import { readRecord } from './read-record.ts';

const UNCLAIMED = 'attribute_not_exists(#state) OR #state = :pending';
const sendRow = (editionId: string) => ({ ':editionId': editionId, ':kind': 'send', ':version': 1 });

/** The mails of the editions: the part of the store whose rows are SENDs. */
export function createDynamoSends(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<EditionStore, 'getSend' | 'claimSend' | 'endSend' | 'retireSend' | 'giveBack'> {
  const update = (editionId: string, condition: string, changes: Row, values: Row) =>
    updateRow(client, table, { key: sendKey(editionId), condition, changes, values });

  async function getSend(editionId: string): Promise<Send | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: sendKey(editionId), ConsistentRead: true }),
    );
    return Item && readRecord(Item, Send, sendHistory);
  }

  return {
    getSend,

    claimSend: ({ editionId, fence }, at) =>
      wasAllowed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: UNCLAIMED,
            UpdateExpression:
              'SET #state = :claimed, claimedAt = :at, fence = :fence, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :one',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...sendRow(editionId),
              ':pending': 'pending',
              ':claimed': 'claimed',
              ':at': at,
              ':fence': fence,
              ':one': 1,
            },
          }),
        ),
      ),

    endSend(editionId, { state, at, messageId, reason }, fence) {
      const changes = {
        state,
        ...(state === 'sent' && { sentAt: at }),
        ...(messageId !== undefined && { messageId }),
        ...(reason !== undefined && { reason }),
      };
      const isHeld = fence === undefined ? '' : ' AND fence = :fence';
      const values = { ':claimed': 'claimed', ...(fence !== undefined && { ':fence': fence }) };
      return update(editionId, `#state = :claimed${isHeld}`, changes, values);
    },

    async retireSend(editionId, reason) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: sendKey(editionId),
            ConditionExpression: UNCLAIMED,
            UpdateExpression:
              'SET #state = :failed, reason = :reason, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :none',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...sendRow(editionId),
              ':pending': 'pending',
              ':failed': 'failed',
              ':reason': reason,
              ':none': 0,
            },
            ReturnValues: 'ALL_OLD',
          }),
        );
        return Attributes && readRecord(Attributes, Send, sendHistory);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return getSend(editionId);
        throw error;
      }
    },

    giveBack: ({ editionId, state, tries, reason }) =>
      update(
        editionId,
        '#state = :was AND #tries = :wasTries',
        { state: 'pending', tries: 0, reason, claimedAt: undefined, sentAt: undefined, messageId: undefined },
        { ':was': state, ':wasTries': tries },
      ),
  };
}
