import { type BuildDigestNeeds, buildDigest } from './build-digest.ts';
import { composeEml } from './compose-eml.ts';
import { localTime } from './local-time.ts';
import { mailHeaders } from './mail-headers.ts';
import { openFilter } from './reader-filter.ts';
import type { Subscriber } from './subscriber.ts';

export interface DigestPreview {
  subject: string;
  html: string;
  text: string;
  /** The whole mail, RFC 5322. */
  eml: string;
  /** Nothing to tell: no article on the subject, not even a late one. */
  isQuiet: boolean;
}

export type PreviewReader = Pick<Subscriber, 'zone' | 'language' | 'filter' | 'address'> & {
  quietDays?: number | undefined;
};

/** Whom a preview is for when nobody is named. */
const ANYBODY: PreviewReader = {
  zone: 'UTC',
  language: 'en',
  filter: openFilter,
  address: 'reader@vigil.invalid',
};

export interface PreviewDigestNeeds extends BuildDigestNeeds {
  senderAddress: string;
  now: () => Date;
}

/**
 * The digest of a window as a reader would get it. Stores nothing and sends nothing; its links carry no token, and so
 * unsubscribe nobody and open nobody's settings.
 *
 * @param window coverage recorded in [from, to), ISO 8601 in UTC
 */
export async function previewDigest(
  window: { subscriber?: PreviewReader | undefined; from: string; to: string },
  needs: PreviewDigestNeeds,
): Promise<DigestPreview> {
  const { subscriber = ANYBODY, from, to } = window;
  const { publicUrl, senderAddress } = needs;
  const localDate = localTime(to, subscriber.zone).date;
  const unsubscribeUrl = `${publicUrl}/unsubscribe`;
  const feedback = `${publicUrl}/feedback`;
  const { subject, html, text, isQuiet } = await buildDigest(
    { localDate, from, to },
    {
      ...subscriber,
      unsubscribeUrl,
      preferencesUrl: `${publicUrl}/preferences`,
      feedbackOf: () => ({ either: feedback, relevant: feedback, notRelevant: feedback }),
    },
    // Counting a day for good is the stage's to do.
    { ...needs, dayCountStore: { ...needs.dayCountStore, add: async () => {} } },
  );
  const headers = mailHeaders({ unsubscribeUrl, senderAddress, localDate });
  const mail = { to: subscriber.address, subject, html, text, headers };
  return { subject, html, text, isQuiet, eml: composeEml(mail, { from: senderAddress, at: needs.now() }) };
}
