import type { SESv2Client, SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { countUsage } from './usage-meter.ts';

/** Counts mails that SES took, one for each addressee, and the bytes of their texts. */
export function meterSes(client: SESv2Client): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'SendEmailCommand') countUsage(mailsOf(args.input as SendEmailCommandInput));
        return answer;
      },
    { step: 'initialize', name: 'meterSes' },
  );
}

function mailsOf({ Destination = {}, Content }: SendEmailCommandInput) {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination;
  const { Body, Subject } = Content?.Simple ?? {};
  const texts = [Subject?.Data, Body?.Html?.Data, Body?.Text?.Data];
  return {
    mails: ToAddresses.length + CcAddresses.length + BccAddresses.length,
    mailBytes: texts.reduce((sum: number, text) => sum + Buffer.byteLength(text ?? ''), 0),
  };
}
