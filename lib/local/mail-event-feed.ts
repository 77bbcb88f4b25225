import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SendEmailRequest } from './send-email-request.ts';

/** What became of a mail to one of the addresses that SES keeps for tests; every other one is delivered. */
const SIMULATOR = 'simulator.amazonses.com';

type Published = { eventType: string } & Record<string, unknown>;

/**
 * What SES publishes about a mail that was sent with a configuration set, in the shape in which SNS hands it on raw.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html for the simulator's addresses
 */
export function mailEvents(request: SendEmailRequest, sent: { messageId: string; sentAt: string }): Published[] {
  if (request.ConfigurationSetName === undefined) return [];
  const destination = request.Destination.ToAddresses;
  const mail = {
    timestamp: sent.sentAt,
    messageId: sent.messageId,
    source: request.FromEmailAddress,
    destination,
    tags: {
      'ses:configuration-set': [request.ConfigurationSetName],
      ...Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, [Value]])),
    },
  };
  const recipients = destination.map((emailAddress) => ({ emailAddress }));
  const delivered = { eventType: 'Delivery', mail, delivery: { timestamp: sent.sentAt, recipients: destination } };
  return [{ eventType: 'Send', mail, send: {} }, ...endOf(destination[0] ?? '')];

  function endOf(address: string): Published[] {
    // `bounce+label@` is `bounce@`.
    switch (address.toLowerCase().replace(/\+[^@]*/, '')) {
      case `bounce@${SIMULATOR}`: {
        const bounce = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients };
        return [{ eventType: 'Bounce', mail, bounce: { ...bounce, timestamp: sent.sentAt, feedbackId: 'local' } }];
      }
      case `complaint@${SIMULATOR}`: {
        const complaint = { complainedRecipients: recipients, complaintFeedbackType: 'abuse' };
        return [
          delivered,
          { eventType: 'Complaint', mail, complaint: { ...complaint, timestamp: sent.sentAt, feedbackId: 'local' } },
        ];
      }
      default:
        return [delivered];
    }
  }
}

/** Sends events to a queue, as the topic of the stack does. */
export const publishToQueue = (sqs: SQSClient, QueueUrl: string) => async (events: readonly object[]) => {
  for (const event of events) {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
  }
};
