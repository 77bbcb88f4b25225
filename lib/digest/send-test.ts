import { hashMailbox } from './hash-mailbox.ts';
import { localTime } from './local-time.ts';
import { mailHeaders } from './mail-headers.ts';
import type { MailboxKeyStore } from './mailbox-key-store.ts';
import type { MailEnd, Mailer } from './mailer.ts';
import { type PreviewDigestNeeds, previewDigest } from './preview-digest.ts';
import { sendOnce } from './send-once.ts';
import type { Subscriber } from './subscriber.ts';

export interface SendTestNeeds extends PreviewDigestNeeds {
  mailboxKeyStore: MailboxKeyStore;
  mailer: Mailer;
}

/**
 * Sends what a digest would be now to one address, marked as a test. It is no edition: no record is touched, and its
 * unsubscribe link unsubscribes nobody. A bounce or complaint of it ends all mail to the address, like that of any mail.
 */
export async function sendTest(
  to: string,
  window: { subscriber?: Subscriber | undefined; from: string; to: string },
  needs: SendTestNeeds,
): Promise<{ subject: string; end: MailEnd }> {
  const { subject: ofEdition, html, text } = await previewDigest(window, needs);
  const subject = `[test] ${ofEdition}`;
  const headers = mailHeaders({
    unsubscribeUrl: `${needs.publicUrl}/unsubscribe`,
    senderAddress: needs.senderAddress,
    localDate: localTime(window.to, window.subscriber?.zone ?? 'UTC').date,
  });
  const tags = { kind: 'test', mailbox: hashMailbox(to, await needs.mailboxKeyStore.get()) } as const;
  const end = await sendOnce({ to, subject, html, text, headers, tags }, needs.mailer);
  return { subject, end };
}
