import { z } from 'zod';

const Content = z.object({ Data: z.string() });
const Addresses = z.array(z.string()).default([]);

/** The part of SES v2's SendEmail that Vigil can send. @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const SendEmailRequest = z.object({
  ConfigurationSetName: z.string().optional(),
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: Addresses,
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Content: z.object({
    Simple: z
      .object({
        Subject: Content,
        Body: z.object({ Html: Content.optional(), Text: Content.optional() }),
        Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
      })
      .optional(),
    Raw: z.object({ Data: z.base64() }).optional(),
  }),
});
export type SendEmailRequest = z.infer<typeof SendEmailRequest>;

/** What SES answers with status 400. */
export class BadRequestException extends Error {
  override readonly name = 'BadRequestException';
}

/** SES's limit of To, Cc and Bcc together. */
const MAX_RECIPIENTS = 50;
/** SES's limits of the headers of simple content. */
const MAX_HEADERS = 15;
const HEADER_NAME = /^[!-9;-~]{1,126}$/;
const HEADER_VALUE = /^[ -~]{0,870}$/;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * @throws BadRequestException for what SES refuses: malformed or missing addresses, more than 50 recipients, a missing
 *   subject or body, header or tag characters that it does not take
 */
export function parseSendEmail(body: unknown): SendEmailRequest {
  const parsed = SendEmailRequest.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadRequestException(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const request = parsed.data;
  const { Simple, Raw } = request.Content;
  if ((Simple === undefined) === (Raw === undefined)) {
    throw new BadRequestException('Exactly one of Simple and Raw content must be provided');
  }
  checkAddresses(request);
  if (Simple !== undefined) checkSimple(Simple);
  const tag = request.EmailTags.find(({ Name, Value }) => !TAG.test(Name) || !TAG.test(Value));
  if (tag !== undefined) throw new BadRequestException(`Invalid message tag: ${tag.Name}`);
  return request;
}

function checkAddresses({ FromEmailAddress, Destination, ReplyToAddresses, Content }: SendEmailRequest): void {
  const recipients = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses];
  if (Content.Simple !== undefined) {
    if (!FromEmailAddress) throw new BadRequestException('FromEmailAddress is required');
    if (recipients.length === 0) throw new BadRequestException('Missing recipients');
  }
  if (recipients.length > MAX_RECIPIENTS) throw new BadRequestException('Recipient count exceeds 50.');
  for (const address of [...recipients, ...ReplyToAddresses, FromEmailAddress ?? 'a@b.example']) {
    const bare = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address;
    if (!bare.includes('@')) throw new BadRequestException("Missing final '@domain'");
    if (!/^[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,255}$/.test(bare) || /\.\.|\.$|@[.-]/.test(bare)) {
      throw new BadRequestException(`Domain or local part of ${bare} contains illegal characters`);
    }
  }
}

function checkSimple({ Subject, Body, Headers }: NonNullable<SendEmailRequest['Content']['Simple']>): void {
  if (Subject.Data === '') throw new BadRequestException('Subject must not be empty');
  if (!Body.Html?.Data && !Body.Text?.Data) throw new BadRequestException('Body must not be empty');
  if (Headers.length > MAX_HEADERS) throw new BadRequestException(`Headers: at most ${MAX_HEADERS}`);
  for (const { Name, Value } of Headers) {
    if (!HEADER_NAME.test(Name) || !HEADER_VALUE.test(Value)) {
      throw new BadRequestException(`Header ${Name} holds characters that are not allowed, or too many`);
    }
  }
}
