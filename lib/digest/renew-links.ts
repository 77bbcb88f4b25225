import type { LinkOwner } from './reader-links.ts';
import { readSignedToken, signToken } from './signed-token.ts';

/** Where the version of the reader's links stands in a token. A link to unsubscribe has none: it never ends. */
const VERSION_AT = { preferences: 1, editions: 2, feedback: 3 } as const;
const PURPOSE = { preferences: 'preferences', editions: 'edition', feedback: 'feedback' } as const;
const LINK = /\/(preferences|feedback|editions)(\?token=|\/)([\w.-]{1,200}\.[\w-]{43})(?![\w-])/g;

/**
 * A mail with the reader's own links as they are good now. It was rendered once and may be sent after its reader moved
 * to another address, or had their links ended: those in it would open nothing on the day it comes.
 *
 * @param body HTML or plain text; whatever is not a link of ours to this reader stays as it is
 */
export function renewLinks(body: string, { subscriberId, linkVersion }: LinkOwner, signingKey: string): string {
  const version = String(linkVersion);
  return body.replace(LINK, (link: string, page: keyof typeof VERSION_AT, start: string, token: string) => {
    const parts = token.split('.').slice(0, -1);
    const at = VERSION_AT[page];
    const isOther = parts[0] === subscriberId && at < parts.length && parts[at] !== version;
    if (!isOther || !readSignedToken(PURPOSE[page], token, signingKey)) return link;
    return `/${page}${start}${signToken(PURPOSE[page], parts.with(at, version), signingKey)}`;
  });
}
