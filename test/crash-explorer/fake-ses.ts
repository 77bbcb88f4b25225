import type { Mail, MailEnd } from '../../lib/digest/mailer.ts';

/** Stands for the edition of a mail that is none: the script has one address that is asked to confirm. */
export const NOTICE = 'notice';

/** What SES knows of one mail. */
export interface AcceptedMail {
  mail: Mail;
  /** Or NOTICE. */
  editionId: string;
  subscriberId: string;
  messageId: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface FakeSes {
  accepted: AcceptedMail[];
  /** Every mail that came, taken or not. */
  tried: { editionId: string; content: string }[];
  /** Certain refusals by edition; `for good` counts as three. */
  refused: Map<string, number>;
  accept(mail: Mail, at: number): MailEnd;
  refuse(mail: Mail, isForGood: boolean): MailEnd;
}

/** The world's own record of mails: what it says was accepted, was. @param onAccept is told of each */
export function createFakeSes(onAccept: (accepted: AcceptedMail) => void): FakeSes {
  const accepted: AcceptedMail[] = [];
  const tried: FakeSes['tried'] = [];
  const refused = new Map<string, number>();
  const note = (mail: Mail): string => {
    const editionId = (mail.tags.edition ?? NOTICE).replace('_', '/');
    tried.push({ editionId, content: JSON.stringify([mail.subject, mail.html, mail.text]) });
    return editionId;
  };
  return {
    accepted,
    tried,
    refused,
    accept(mail, at) {
      const editionId = note(mail);
      const messageId = `mail-${accepted.length + 1}`;
      const taken = { mail, editionId, subscriberId: mail.tags.recipient ?? '', messageId, at };
      accepted.push(taken);
      onAccept(taken);
      return { status: 'accepted', messageId };
    },
    refuse(mail, isForGood) {
      const editionId = note(mail);
      refused.set(editionId, (refused.get(editionId) ?? 0) + (isForGood ? 3 : 1));
      const reason = isForGood ? 'MessageRejected' : 'TooManyRequestsException';
      return { status: 'refused', retryable: !isForGood, reason };
    },
  };
}
