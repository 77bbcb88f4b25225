import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Send, sendHistory } from '../digest/edition.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { type Row, wasAllowed } from './dynamo-client.ts';
import { sendKey, updateRow } from './edition-rows.ts';
import { readRecord } from './read-record.ts';

const UNCLAIMED = 'attribute_not_exists(#state) OR #state = :pending';

/** The mails of the editions: the part of the store whose rows are SENDs. */
export function createDynamoSends(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<EditionStore, 'getSend' | 'claimSend' | 'endSend' | 'retireSend' | 'giveBack'> {
  const update = (editionId: string, condition: string, changes: Row, values: Row) =>
    updateRow(client, table, { key: sendKey(editionId), condition, changes, values });

  /** Of a mail that nobody has claimed, its row made where there is none. */
  const ofUnclaimed = (editionId: string, changes: string, values: Row) => ({
    TableName: table,
    Key: sendKey(editionId),
    ConditionExpression: UNCLAIMED,
    UpdateExpression: `SET ${changes}, editionId = :editionId, kind = :kind, schemaVersion = :version ADD tries :tries`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':editionId': editionId,
      ':kind': 'send',
      ':version': 1,
      ':pending': 'pending',
      ...values,
    },
  });

  async function getSend(editionId: string): Promise<Send | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: sendKey(editionId), ConsistentRead: true }),
    );
    return Item && readRecord(Item, Send, sendHistory);
  }

  return {
    getSend,

    claimSend({ editionId, fence, mailboxId }, at) {
      const goes = mailboxId === undefined ? {} : { ':mailboxId': mailboxId };
      const values = { ':claimed': 'claimed', ':at': at, ':fence': fence, ':tries': 1, ...goes };
      const where = mailboxId === undefined ? '' : ', mailboxId = :mailboxId';
      const changes = `#state = :claimed, claimedAt = :at, fence = :fence${where}`;
      return wasAllowed(client.send(new UpdateCommand(ofUnclaimed(editionId, changes, values))));
    },

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
        const values = { ':failed': 'failed', ':reason': reason, ':tries': 0 };
        const update = ofUnclaimed(editionId, '#state = :failed, reason = :reason', values);
        const { Attributes } = await client.send(new UpdateCommand({ ...update, ReturnValues: 'ALL_OLD' }));
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
