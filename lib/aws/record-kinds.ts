import type { z } from 'zod';
import { ProgramToken, programTokenHistory } from '../access/program-token.ts';
import { Session, sessionHistory } from '../access/session.ts';
import { OpinionBudget, opinionBudgetHistory } from '../classification/opinion-budget.ts';
import { OpinionQuestion, opinionQuestionHistory } from '../classification/second-opinion.ts';
import { Usage, usageHistory } from '../cost/usage.ts';
import { Coverage, coverageHistory } from '../coverage/coverage.ts';
import { Feedback, feedbackHistory } from '../coverage/feedback.ts';
import { AddedDate, addedDateHistory } from '../digest/added-date.ts';
import { Confirmation, confirmationHistory, MailLimit, mailLimitHistory } from '../digest/confirmation.ts';
import { DayCount, dayCountHistory } from '../digest/day-count.ts';
import { Edition, editionHistory, Send, sendHistory } from '../digest/edition.ts';
import { MailboxKey, mailboxKeyHistory } from '../digest/mailbox-key.ts';
import { Refusal, refusalHistory } from '../digest/refusal.ts';
import { Subscriber, subscriberHistory } from '../digest/subscriber.ts';
import { InvalidInputError } from '../errors.ts';
import { Feed, feedHistory } from '../feeds/feed.ts';
import { Identity, identityHistory } from '../feeds/identity.ts';
import { Item, itemHistory } from '../feeds/item.ts';
import { latestVersion, type RecordHistory, type StoredRow } from '../records/record-history.ts';
import { StoryMember, StoryName, storyMemberHistory, storyNameHistory } from '../stories/story-member.ts';
import type { TableName } from '../tables.ts';
import { OPINION_BUDGET_KIND, OPINION_QUESTION_KIND } from './dynamo-opinion-ledger.ts';

export interface RecordKind {
  schema: z.ZodType;
  history: RecordHistory;
  /** Value of the row's `kind`, in tables that hold several kinds. */
  kind?: string;
}

/** What the rows of each table are. */
export const recordKinds: Readonly<Record<TableName, readonly RecordKind[]>> = {
  feeds: [{ schema: Feed, history: feedHistory }],
  identities: [{ schema: Identity, history: identityHistory }],
  items: [{ schema: Item, history: itemHistory }],
  coverage: [{ schema: Coverage, history: coverageHistory }],
  stories: [
    { schema: StoryMember, history: storyMemberHistory, kind: 'member' },
    { schema: StoryName, history: storyNameHistory, kind: 'name' },
  ],
  feedback: [{ schema: Feedback, history: feedbackHistory }],
  subscribers: [{ schema: Subscriber, history: subscriberHistory }],
  confirmations: [
    { schema: Confirmation, history: confirmationHistory, kind: 'confirmation' },
    { schema: MailLimit, history: mailLimitHistory, kind: 'limit' },
    { schema: Refusal, history: refusalHistory, kind: 'refusal' },
  ],
  editions: [
    { schema: Edition, history: editionHistory, kind: 'edition' },
    { schema: Send, history: sendHistory, kind: 'send' },
    { schema: DayCount, history: dayCountHistory, kind: 'day' },
    { schema: AddedDate, history: addedDateHistory, kind: 'calendar-date' },
    { schema: MailboxKey, history: mailboxKeyHistory, kind: 'mailbox-key' },
  ],
  access: [
    { schema: Session, history: sessionHistory, kind: 'session' },
    { schema: ProgramToken, history: programTokenHistory, kind: 'token' },
  ],
  usage: [
    { schema: OpinionBudget, history: opinionBudgetHistory, kind: OPINION_BUDGET_KIND },
    { schema: OpinionQuestion, history: opinionQuestionHistory, kind: OPINION_QUESTION_KIND },
    { schema: Usage, history: usageHistory },
  ],
};

/** @throws InvalidInputError for a row that is no record of the table */
export function historyOfRow(table: TableName, row: StoredRow): RecordHistory {
  const found = recordKinds[table].find(({ kind }) => kind === undefined || kind === row.kind);
  if (found === undefined) throw new InvalidInputError(`table ${table}: no record is of the kind "${row.kind}"`);
  return found.history;
}

/**
 * Counts up with the version of any record: whoever knows a lower number cannot read all that may be in the tables.
 */
export const recordsVersion = (): number =>
  Object.values(recordKinds)
    .flat()
    .reduce((sum, { history }) => sum + latestVersion(history) - 1, 1);
