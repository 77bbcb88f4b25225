import { type LinkOwner, readReaderToken, signReaderToken } from './reader-token.ts';

/** Of the pages of a mail that end with the reader's links. A link to unsubscribe is none: it never ends. */
const PURPOSES = { preferences: 'preferences', editions: 'edition', feedback: 'feedback' } as const;
const LINK = /\/(preferences|feedback|editions)(\?token=|\/)([\w.-]{1,200}\.[\w-]{43})(?![\w-])/g;

/**
 * A mail with the reader's own links as they are good now. It was rendered once and may be sent after its reader moved
 * to another address, or had their links ended: those in it would open nothing on the day it comes.
 *
 * @param body HTML or plain text; whatever is not a link of ours to this reader stays as it is
 */
export function renewLinks(body: string, { subscriberId, linkVersion }: LinkOwner, signingKey: string): string {
  return body.replace(LINK, (link: string, page: keyof typeof PURPOSES, start: string, token: string) => {
    // Most links are good, and a signature takes longer to prove than an id to compare.
    if (!token.startsWith(`${subscriberId}.`)) return link;
    const purpose = PURPOSES[page];
    const parts = readReaderToken(purpose, token, signingKey);
    if (!parts || Number(parts.linkVersion) === linkVersion) return link;
    return `/${page}${start}${signReaderToken(purpose, { ...parts, linkVersion: String(linkVersion) }, signingKey)}`;
  });
}
