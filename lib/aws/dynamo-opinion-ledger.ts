import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { OpinionBudget, opinionBudgetHistory } from '../classification/opinion-budget.ts';
import type { OpinionLedger } from '../classification/opinion-ledger.ts';
import { OpinionQuestion, opinionQuestionHistory } from '../classification/second-opinion.ts';
import { expiryAfter } from '../records/expiry-after.ts';
import { latestVersion } from '../records/record-history.ts';
import { type Row, wasAllowed } from './dynamo-client.ts';
import { readRecord } from './read-record.ts';

/** As long as items and usage. */
const DAYS_KEPT = 400;

/** Values of `kind` beside the counters of the table `usage`, which have none. */
export const OPINION_BUDGET_KIND = 'opinion-budget';
export const OPINION_QUESTION_KIND = 'opinion-question';

/**
 * In the table `usage`: a row for each month, and one for each question. Every call of the stage is an update of one
 * row, so that its role needs no other right.
 */
export function createDynamoOpinionLedger(client: DynamoDBDocumentClient, table: string): OpinionLedger {
  const budgetKey = (month: string) => ({ day: month, stage: 'second-opinion' });
  const questionKey = (articleId: string, promptVersion: string) => ({
    day: `second-opinion|${articleId}`,
    stage: promptVersion,
  });
  const update = (Key: Row, UpdateExpression: string, values: Row = {}, ConditionExpression?: string) =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression,
        ...(ConditionExpression !== undefined && { ConditionExpression }),
        ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
        ReturnValues: 'ALL_OLD',
      }),
    );

  return {
    async take(articleId, promptVersion, at) {
      const { Attributes } = await update(
        questionKey(articleId, promptVersion),
        'SET askedAt = if_not_exists(askedAt, :at), articleId = :articleId, kind = :kind, schemaVersion = :version, expiresAt = :expiry',
        {
          ':at': at,
          ':articleId': articleId,
          ':kind': OPINION_QUESTION_KIND,
          ':version': latestVersion(opinionQuestionHistory),
          ':expiry': expiryAfter(at, DAYS_KEPT),
        },
      );
      return Attributes && readRecord(Attributes, OpinionQuestion, opinionQuestionHistory);
    },

    async giveBack(articleId, promptVersion) {
      await update(questionKey(articleId, promptVersion), 'REMOVE askedAt');
    },

    async keep(articleId, opinion) {
      await update(questionKey(articleId, opinion.promptVersion), 'SET opinion = :opinion', { ':opinion': opinion });
    },

    async reserve(month, microdollars, limit) {
      const row = {
        ':kind': OPINION_BUDGET_KIND,
        ':version': latestVersion(opinionBudgetHistory),
        ':expiry': expiryAfter(`${month}-01`, DAYS_KEPT),
        ':month': month,
      };
      const head = 'SET kind = :kind, schemaVersion = :version, expiresAt = :expiry, #month = :month';
      const change = (UpdateExpression: string, values: Row, ConditionExpression?: string) =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: budgetKey(month),
            UpdateExpression,
            ...(ConditionExpression !== undefined && { ConditionExpression }),
            ExpressionAttributeNames: { '#month': 'month' },
            ExpressionAttributeValues: { ...row, ...values },
          }),
        );
      // A row that has no sum yet meets the condition below only where the whole limit is enough.
      const isReserved =
        microdollars <= limit &&
        (await wasAllowed(
          change(
            `${head} ADD microdollars :amount`,
            { ':amount': microdollars, ':room': limit - microdollars },
            'attribute_not_exists(microdollars) OR microdollars <= :room',
          ),
        ));
      if (!isReserved) await change(`${head} ADD overBudget :one`, { ':one': 1 });
      return isReserved;
    },

    async settle(month, unused, end, fault) {
      await update(
        budgetKey(month),
        `${fault ? 'SET lastFault = :fault, lastFaultAt = :faultAt ' : ''}ADD microdollars :unused, ${end} :one`,
        { ':unused': -unused, ':one': 1, ...(fault && { ':fault': fault.says, ':faultAt': fault.at }) },
      );
    },

    async budget(month) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: budgetKey(month), ConsistentRead: true }),
      );
      return Item && readRecord(Item, OpinionBudget, opinionBudgetHistory);
    },
  };
}
