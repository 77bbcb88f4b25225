import MailComposer from 'nodemailer/lib/mail-composer';
import type { SentMail } from './mail-folder.ts';
import type { SendEmailRequest } from './send-email-request.ts';

/** The mail as it would travel, and its description. Blind copies stay out of the headers, as SES keeps them. */
export async function composeMail(
  request: SendEmailRequest,
  sent: { messageId: string; sentAt: string },
): Promise<{ mail: SentMail; eml: Uint8Array }> {
  const { Destination, Content } = request;
  const eml = Content.Raw ? Buffer.from(Content.Raw.Data, 'base64') : await composeSimple(request, sent);
  const headers = headerLines(eml);
  return {
    eml,
    mail: {
      ...sent,
      from: request.FromEmailAddress ?? headerValue(headers, 'From'),
      to:
        Content.Raw && Destination.ToAddresses.length === 0
          ? [headerValue(headers, 'To')]
          : [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses],
      subject: Content.Simple?.Subject.Data ?? headerValue(headers, 'Subject'),
      headers,
      ...(Content.Simple?.Body.Html && { html: Content.Simple.Body.Html.Data }),
      ...(Content.Simple?.Body.Text && { text: Content.Simple.Body.Text.Data }),
      tags: Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, Value])),
    },
  };
}

function composeSimple(request: SendEmailRequest, sent: { messageId: string; sentAt: string }): Promise<Buffer> {
  const { Simple } = request.Content;
  const options = {
    from: request.FromEmailAddress,
    to: request.Destination.ToAddresses,
    cc: request.Destination.CcAddresses,
    replyTo: request.ReplyToAddresses,
    subject: Simple?.Subject.Data,
    text: Simple?.Body.Text?.Data,
    html: Simple?.Body.Html?.Data,
    headers: Simple?.Headers.map(({ Name, Value }) => ({ key: Name, value: { prepared: true, value: Value } })),
    messageId: `<${sent.messageId}@email.amazonses.com>`,
    date: new Date(sent.sentAt),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const present = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return new MailComposer(present).compile().build();
}

function headerLines(eml: Uint8Array): string {
  return (
    Buffer.from(eml)
      .toString('utf8')
      .split(/\r?\n\r?\n/, 1)[0]
      ?.replace(/\r\n/g, '\n') ?? ''
  );
}

function headerValue(headers: string, name: string): string {
  const line = headers.split(/\n(?![ \t])/).find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return (
    line
      ?.slice(name.length + 1)
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  );
}
