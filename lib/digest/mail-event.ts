import { z } from 'zod';
import { EDITION_NAME, editionIdOfName } from './edition-id.ts';
import { MailKind } from './mailer.ts';

const Recipients = z.array(z.object({ emailAddress: z.string() }));

/** Kinds that are told and change nothing here: opening and clicking are not asked for at all. */
const OtherKind = z.enum(['Open', 'Click', 'Subscription', 'Rendering Failure']);

/** Tags of Vigil's own mails (`mailer.ts`); SES gives each as a list. */
const Mail = z.object({
  messageId: z.string(),
  /** To whom we sent it; where the reader's server handed it on, a bounce may name another. */
  destination: z.array(z.string()).optional(),
  tags: z
    .object({
      kind: z.tuple([MailKind]),
      /** Of an edition. */
      edition: z.tuple([z.string().regex(EDITION_NAME)]).optional(),
      /** Absent in mails of before. */
      mailbox: z.tuple([z.string().regex(/^[0-9a-f]{32}$/)]).optional(),
    })
    .transform(({ edition, mailbox }) => ({
      editionId: edition && editionIdOfName(edition[0]),
      mailboxId: mailbox?.[0],
    }))
    .optional()
    // Other mails of the account may go through the same configuration set.
    .catch(undefined),
});

/**
 * What SES tells of one mail after it accepted it.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const MailEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail: Mail }),
  z.object({ eventType: z.literal('Delivery'), mail: Mail }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail: Mail }),
  z.object({ eventType: z.literal('Reject'), mail: Mail, reject: z.object({ reason: z.string().optional() }) }),
  z.object({
    eventType: z.literal('Bounce'),
    mail: Mail,
    bounce: z.object({
      /** `Permanent` when the mailbox will never take a mail. */
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string(),
      bouncedRecipients: Recipients,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail: Mail,
    complaint: z.object({
      complainedRecipients: Recipients,
      /** As the receiver's provider says it, for example `abuse` or `not-spam`. */
      complaintFeedbackType: z.string().nullish(),
    }),
  }),
  z.object({ eventType: OtherKind, mail: Mail }),
]);
export type MailEvent = z.infer<typeof MailEvent>;

/** What comes through the queue: events, and once, at the first deployment, the plain text by which SES tries the way. */
export const mailEventTexts = {
  schema: MailEvent,
  notice: 'Successfully validated SNS topic for Amazon SES event publishing.',
} as const;
