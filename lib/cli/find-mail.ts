import type { Finding } from './doctor.ts';

interface SenderDomain {
  /** SES's word: SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE or NOT_STARTED. */
  dkimStatus: string;
  isSigning: boolean;
  /** Where bounces go, when that is a domain of the operator's own. */
  mailFrom?: { name: string; status: string } | undefined;
}

export interface MailState {
  isSendingEnabled: boolean;
  isInSandbox: boolean;
  /** Mails in 24 hours. */
  dailyQuota: number;
  sentToday: number;
  /** Undefined when SES does not know the sender. */
  isSenderVerified: boolean | undefined;
  /** The identity of the sender's domain; undefined when only the address is one. */
  domain?: SenderDomain | undefined;
}

/** Whether digests can leave, the worst reason first. */
export function findMail(sender: string, mail: MailState): Finding {
  const says = `${mail.sentToday} of ${mail.dailyQuota} mails in 24 hours`;
  if (!mail.isSendingEnabled) {
    const todo = 'answer the case that AWS opened (SES console, "Reputation metrics")';
    return { state: 'broken', says: 'SES has stopped this account', todo };
  }
  if (mail.isSenderVerified === undefined) {
    return {
      state: 'broken',
      says: `SES does not know ${sender}`,
      todo: 'deploy the stack again: it registers the sender',
    };
  }
  if (!mail.isSenderVerified) {
    return { state: 'broken', says: `${sender} is not confirmed`, todo: 'open the link that SES mailed to it' };
  }
  if (mail.isInSandbox) {
    const todo =
      'ask for production access (SES console, "Get set up"); until then confirm each reader’s address there and name it in "sandboxReaders" (docs/deploy.md)';
    return { state: 'look', says: `${sender} is confirmed; the account is in the sandbox; ${says}`, todo };
  }
  return { state: 'ok', says: `${sender} is confirmed; ${says}` };
}
