/** A grant that no ordinary run uses, and why it is there all the same. */
export interface GrantNote {
  /** Of the role, in the template, without its hash. */
  role: string;
  action: string;
  reason: string;
}

export const grantNotes: readonly GrantNote[] = [
  ...['FetchFeedRole', 'MailEventsRole'].map((role) => ({
    role,
    action: 'sqs:ChangeMessageVisibility',
    reason: 'only a batch that runs out of time hands the rest back at once',
  })),
  {
    role: 'SchedulesRole',
    action: 'sqs:SendMessage',
    reason: 'only a tick that could not be delivered for its whole period goes to the dead-letter queue',
  },
];
