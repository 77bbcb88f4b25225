import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';

/** What SES lets this account send. */
export interface MailAccount {
  isSendingEnabled: boolean;
  /** In the sandbox only confirmed addresses can be written to. */
  isInSandbox: boolean;
  /** Mails in 24 hours. */
  dailyQuota: number;
  sentToday: number;
  /** Whether the sender's address or domain was confirmed; undefined when SES knows neither. */
  isSenderVerified: boolean | undefined;
  /** How SES signs for the sender's domain; undefined when the domain is no identity. */
  domain: SenderDomain | undefined;
}

interface SenderDomain {
  dkimStatus: string;
  isSigning: boolean;
  mailFrom: { name: string; status: string } | undefined;
}

export async function readMailAccount(senderAddress: string): Promise<MailAccount> {
  const client = new SESv2Client({});
  const domainName = senderAddress.split('@')[1] ?? senderAddress;
  try {
    const [account, address, domain] = await Promise.all([
      client.send(new GetAccountCommand({})),
      findIdentity(client, senderAddress),
      findIdentity(client, domainName),
    ]);
    const known = [address, domain].filter((identity) => identity !== undefined);
    return {
      isSendingEnabled: account.SendingEnabled ?? false,
      isInSandbox: !account.ProductionAccessEnabled,
      dailyQuota: account.SendQuota?.Max24HourSend ?? 0,
      sentToday: account.SendQuota?.SentLast24Hours ?? 0,
      isSenderVerified:
        known.length === 0 ? undefined : known.some(({ VerifiedForSendingStatus }) => VerifiedForSendingStatus),
      domain: domain && domainOf(domain),
    };
  } finally {
    client.destroy();
  }
}

function domainOf({ DkimAttributes, MailFromAttributes }: GetEmailIdentityCommandOutput): SenderDomain {
  const { MailFromDomain: name, MailFromDomainStatus: status = 'unknown' } = MailFromAttributes ?? {};
  return {
    dkimStatus: DkimAttributes?.Status ?? 'NOT_STARTED',
    isSigning: DkimAttributes?.SigningEnabled ?? false,
    mailFrom: name ? { name, status } : undefined,
  };
}

async function findIdentity(
  client: SESv2Client,
  EmailIdentity: string,
): Promise<GetEmailIdentityCommandOutput | undefined> {
  try {
    return await client.send(new GetEmailIdentityCommand({ EmailIdentity }));
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
