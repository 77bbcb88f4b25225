import { type BuildDigestNeeds, buildDigest } from './build-digest.ts';
import { localTime } from './local-time.ts';
import { openFilter } from './reader-filter.ts';
import type { Subscriber } from './subscriber.ts';

export interface DigestPreview {
  subject: string;
  html: string;
  text: string;
}

/** Whom a preview is for when nobody is named. */
const ANYBODY: Pick<Subscriber, 'zone' | 'language' | 'filter'> = { zone: 'UTC', language: 'en', filter: openFilter };

/**
 * The digest of a window as a reader would get it. Stores nothing and sends nothing; its unsubscribe link carries no
 * token and so unsubscribes nobody.
 *
 * @param window coverage recorded in [from, to), ISO 8601 in UTC
 */
export async function previewDigest(
  window: { subscriber?: Pick<Subscriber, 'zone' | 'language' | 'filter'> | undefined; from: string; to: string },
  needs: BuildDigestNeeds,
): Promise<DigestPreview> {
  const { subscriber = ANYBODY, from, to } = window;
  const { subject, html, text } = await buildDigest(
    { localDate: localTime(to, subscriber.zone).date, from, to },
    { ...subscriber, unsubscribeUrl: `${needs.publicUrl}/unsubscribe` },
    needs,
  );
  return { subject, html, text };
}
