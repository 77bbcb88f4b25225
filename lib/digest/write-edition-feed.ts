import { createHash } from 'node:crypto';
import type { Edition } from './edition.ts';
import { formatDate } from './format-time.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { html } from './html-template.ts';
import { editionUrl, type LinkNeeds } from './reader-links.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * A reader's editions as Atom (RFC 4287), the newest first: those that were made, mailed or not; each leads to its page.
 *
 * @param editions newest first
 */
export function writeEditionFeed(
  reader: Pick<Subscriber, 'subscriberId' | 'linkVersion' | 'language' | 'addedAt'>,
  editions: readonly Edition[],
  { selfUrl, ...needs }: LinkNeeds & { selfUrl: string },
): string {
  const { language, subscriberId } = reader;
  const text = frameText[language];
  const made = editions.filter(({ htmlKey }) => htmlKey !== undefined);
  const entries = made.map(({ editionId, subject = '', localDate, createdAt, coverageCount = 0 }) => {
    const url = editionUrl(reader, { key: editionId.slice(subscriberId.length + 1), createdAt }, needs);
    const articles = text.articles(frameNumber(coverageCount, language), coverageCount === 1);
    return html`<entry><id>${urnOf(editionId)}</id><title>${subject}</title><updated>${createdAt}</updated>
<link rel="alternate" type="text/html" href="${url}"/><summary>${formatDate(localDate, language)} · ${articles}</summary></entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n${html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${urnOf(subscriberId)}</id><title>${text.product} · ${text.edition}</title><updated>${made[0]?.createdAt ?? reader.addedAt}</updated>
<author><name>${text.product}</name></author><link rel="self" type="application/atom+xml" href="${selfUrl}"/>
${entries}</feed>`}\n`;
}

/** Lasting, and no key of a table. */
function urnOf(name: string): string {
  const hex = createHash('sha256').update(`vigil:feed:${name}`).digest('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}
