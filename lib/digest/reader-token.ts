import { readSignedToken, signToken } from './signed-token.ts';
import type { Subscriber } from './subscriber.ts';

/** Whose links they are; a later version ends those of before. */
export type LinkOwner = Pick<Subscriber, 'subscriberId' | 'linkVersion'>;

/** What stands in the token of a link that ends with its reader's links, in this order, before the signature. */
const LAYOUTS = {
  preferences: ['subscriberId', 'linkVersion', 'expiresAt'],
  edition: ['subscriberId', 'key', 'linkVersion', 'expiresAt'],
  feed: ['subscriberId', 'linkVersion', 'expiresAt'],
  feedback: ['subscriberId', 'day', 'articleId', 'linkVersion'],
} as const;

export type ReaderPurpose = keyof typeof LAYOUTS;

/** The parts by their names, as text. */
export type ReaderToken<P extends ReaderPurpose> = Record<(typeof LAYOUTS)[P][number], string>;

/** @param token letters, digits and hyphens in each part */
export function signReaderToken<P extends ReaderPurpose>(
  purpose: P,
  token: ReaderToken<P>,
  signingKey: string,
): string {
  const layout: readonly (keyof ReaderToken<P>)[] = LAYOUTS[purpose];
  return signToken(
    purpose,
    layout.map((name) => token[name]),
    signingKey,
  );
}

/** @returns undefined when the token was not made by us for this purpose */
export function readReaderToken<P extends ReaderPurpose>(
  purpose: P,
  token: string,
  signingKey: string,
): ReaderToken<P> | undefined {
  const parts = readSignedToken(purpose, token, signingKey);
  return parts && nameParts(purpose, parts);
}

/** The same of a token whose signature nobody looks at, and that therefore proves nothing. */
export const readUnproven = <P extends ReaderPurpose>(purpose: P, token: string): ReaderToken<P> | undefined =>
  nameParts(purpose, token.split('.').slice(0, -1));

/** A token of an article of before held no version: it is one of the reader's first links, and ends with them. */
function nameParts<P extends ReaderPurpose>(purpose: P, parts: readonly string[]): ReaderToken<P> | undefined {
  const layout = LAYOUTS[purpose];
  const whole = purpose === 'feedback' && parts.length === layout.length - 1 ? [...parts, '1'] : parts;
  if (whole.length !== layout.length) return undefined;
  return Object.fromEntries(layout.map((name, index) => [name, whole[index]])) as ReaderToken<P>;
}
