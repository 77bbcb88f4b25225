import { expiryAfter } from '../records/expiry-after.ts';
import { type LinkOwner, readReaderToken, signReaderToken } from './reader-token.ts';
import { readSignedToken, signToken } from './signed-token.ts';

export interface LinkNeeds {
  /** Without a slash at the end. */
  publicUrl: string;
  signingKey: string;
}

const DAYS_GOOD = { preferences: 90, edition: 90, feed: 366 } as const;

/** @param from the time at which the days begin, so that the same link is made from the same record */
const expiryOf = (purpose: keyof typeof DAYS_GOOD, from: string): string =>
  String(expiryAfter(from, DAYS_GOOD[purpose]));

/** The page on which the reader changes what they get; good for 90 days, and every mail brings a new one. */
export function preferencesUrl({ subscriberId, linkVersion }: LinkOwner, from: string, needs: LinkNeeds): string {
  const parts = { subscriberId, linkVersion: String(linkVersion), expiresAt: expiryOf('preferences', from) };
  return `${needs.publicUrl}/preferences?token=${signReaderToken('preferences', parts, needs.signingKey)}`;
}

/** The edition on the web; good for 90 days. @param key of the edition, behind the reader's id */
export function editionUrl(
  { subscriberId, linkVersion }: LinkOwner,
  { key, createdAt }: { key: string; createdAt: string },
  needs: LinkNeeds,
): string {
  const parts = { subscriberId, key, linkVersion: String(linkVersion), expiresAt: expiryOf('edition', createdAt) };
  return `${needs.publicUrl}/editions/${signReaderToken('edition', parts, needs.signingKey)}`;
}

/** The Atom feed of a reader's editions; good for a year. */
export function feedUrl({ subscriberId, linkVersion }: LinkOwner, from: string, needs: LinkNeeds): string {
  const parts = { subscriberId, linkVersion: String(linkVersion), expiresAt: expiryOf('feed', from) };
  return `${needs.publicUrl}/editions/feed/${signReaderToken('feed', parts, needs.signingKey)}.atom`;
}

/** The page with the button that confirms; good as long as the confirmation is. */
export function confirmationUrl(
  { confirmationId, expiresAt }: { confirmationId: string; expiresAt: number },
  { publicUrl, signingKey }: LinkNeeds,
): string {
  return `${publicUrl}/confirm?token=${signToken('confirm', [confirmationId, String(expiresAt)], signingKey)}`;
}

/** @returns undefined when the token was not made by us for this purpose, or is too old */
export function readOwnerToken(
  purpose: 'preferences' | 'feed',
  token: string,
  signingKey: string,
  now: Date,
): LinkOwner | undefined {
  const parts = freshOf(readReaderToken(purpose, token, signingKey), now);
  return parts && { subscriberId: parts.subscriberId, linkVersion: Number(parts.linkVersion) };
}

/** @returns undefined as above */
export function readEditionToken(
  token: string,
  signingKey: string,
  now: Date,
): (LinkOwner & { editionId: string }) | undefined {
  const parts = freshOf(readReaderToken('edition', token, signingKey), now);
  if (!parts) return undefined;
  const { subscriberId, key, linkVersion } = parts;
  return { subscriberId, linkVersion: Number(linkVersion), editionId: `${subscriberId}/${key}` };
}

/** @returns the confirmation's id; undefined as above */
export function readConfirmationToken(token: string, signingKey: string, now: Date): string | undefined {
  const [confirmationId, expiresAt, ...rest] = readSignedToken('confirm', token, signingKey) ?? [];
  return rest.length === 0 && isFresh(expiresAt, now) ? confirmationId : undefined;
}

const freshOf = <T extends { expiresAt: string }>(parts: T | undefined, now: Date): T | undefined =>
  parts && isFresh(parts.expiresAt, now) ? parts : undefined;

/** @param expiresAt second (epoch) from which it is too old; without one it is */
const isFresh = (expiresAt: string | undefined, now: Date): boolean => now.getTime() / 1000 < Number(expiresAt);
