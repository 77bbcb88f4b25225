import { randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { MailboxKey, mailboxKeyHistory } from '../digest/mailbox-key.ts';
import type { MailboxKeyStore } from '../digest/mailbox-key-store.ts';
import { wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** No reader has such an id. */
const ROW = { subscriberId: 'keys', editionKey: 'mailbox' };

/** Read once in a process. */
export function createDynamoMailboxKeyStore(client: DynamoDBDocumentClient, table: string): MailboxKeyStore {
  async function read(): Promise<string | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: ROW, ConsistentRead: true }));
    return Item && readRecord(Item, MailboxKey, mailboxKeyHistory).key;
  }

  async function readOrMake(): Promise<string> {
    const known = await read();
    if (known !== undefined) return known;
    const made: MailboxKey = { schemaVersion: 1, key: randomBytes(32).toString('hex') };
    const put = new PutCommand({
      TableName: table,
      Item: { ...made, ...ROW, kind: 'mailbox-key' },
      ConditionExpression: 'attribute_not_exists(subscriberId)',
    });
    if (await wasAllowed(client.send(put))) return made.key;
    // Another process made it in between.
    const standing = await read();
    if (standing === undefined) throw new Error('the key of mailboxes is gone from the table of editions');
    return standing;
  }

  let reading: Promise<string> | undefined;
  return {
    get() {
      reading ??= readOrMake().catch((error) => {
        reading = undefined;
        throw error;
      });
      return reading;
    },
  };
}
