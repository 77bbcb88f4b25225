import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailEnd, Mailer } from '../digest/mailer.ts';
import { meterSes } from './meter-ses.ts';
import { traced } from './telemetry.ts';

/** The client sends once: a repeated SendEmail is a second mail. */
export function createSesClient(): SESv2Client {
  const client = new SESv2Client({ maxAttempts: 1 });
  meterSes(client);
  return traced(client);
}

export function createSesMailer(
  client: SESv2Client,
  { senderAddress, configurationSet }: { senderAddress: string; configurationSet: string },
): Mailer {
  return {
    async send(mail) {
      const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: senderAddress,
            ConfigurationSetName: configurationSet,
            Destination: { ToAddresses: [mail.to] },
            Content: {
              Simple: {
                Subject: utf8(mail.subject),
                Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
                Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
              },
            },
            EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return MessageId
          ? { status: 'accepted', messageId: MessageId }
          : { status: 'unknown', reason: 'no message id in the answer' };
      } catch (error) {
        return endOfFailure(error);
      }
    },
  };
}

/** Names of SES's refusals that another try may mend. */
const PASSING = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'SendingPausedException',
  'ThrottlingException',
]);

/** Failures to connect: nothing can have been accepted. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function endOfFailure(error: unknown): MailEnd {
  if (error instanceof SESv2ServiceException && (error.$metadata.httpStatusCode ?? 500) < 500) {
    return {
      status: 'refused',
      retryable: PASSING.has(error.name),
      reason: `${error.name}: ${withoutAddresses(error.message)}`,
    };
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && NOT_CONNECTED.has(code)) return { status: 'refused', retryable: true, reason: code };
  return { status: 'unknown', reason: error instanceof Error ? error.name : 'unknown fault' };
}

/** SES names the address it refuses; reasons are logged and shown, addresses are not. */
const withoutAddresses = (message: string) => message.replace(/[^\s<>"']+@[^\s<>"']+/g, '(address)').slice(0, 200);
