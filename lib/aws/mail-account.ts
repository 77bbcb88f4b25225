import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, SESv2Client } from '@aws-sdk/client-sesv2';

/** What SES lets this account send. */
export interface MailAccount {
  isSendingEnabled: boolean;
  /** In the sandbox only confirmed addresses can be written to. */
  isInSandbox: boolean;
  /** Mails in 24 hours. */
  dailyQuota: number;
  sentToday: number;
  /** Whether the sender's address was confirmed; undefined when SES does not know it. */
  isSenderVerified: boolean | undefined;
}

export async function readMailAccount(senderAddress: string): Promise<MailAccount> {
  const client = new SESv2Client({});
  try {
    const [account, isSenderVerified] = await Promise.all([
      client.send(new GetAccountCommand({})),
      isVerified(client, senderAddress),
    ]);
    return {
      isSendingEnabled: account.SendingEnabled ?? false,
      isInSandbox: !account.ProductionAccessEnabled,
      dailyQuota: account.SendQuota?.Max24HourSend ?? 0,
      sentToday: account.SendQuota?.SentLast24Hours ?? 0,
      isSenderVerified,
    };
  } finally {
    client.destroy();
  }
}

async function isVerified(client: SESv2Client, EmailIdentity: string): Promise<boolean | undefined> {
  try {
    const { VerifiedForSendingStatus } = await client.send(new GetEmailIdentityCommand({ EmailIdentity }));
    return VerifiedForSendingStatus ?? false;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
