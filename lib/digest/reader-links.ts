import { expiryAfter } from '../records/expiry-after.ts';
import { readSignedToken, signToken, type TokenPurpose } from './signed-token.ts';
import type { Subscriber } from './subscriber.ts';

export interface LinkNeeds {
  /** Without a slash at the end. */
  publicUrl: string;
  signingKey: string;
}

/** Whose links they are; a later version ends those of before. */
export type LinkOwner = Pick<Subscriber, 'subscriberId' | 'linkVersion'>;

const DAYS_GOOD = { preferences: 90, edition: 90, feed: 366 } as const;

/** @param from the time at which the days begin, so that the same link is made from the same record */
const expiryOf = (purpose: keyof typeof DAYS_GOOD, from: string): string =>
  String(expiryAfter(from, DAYS_GOOD[purpose]));

/** The page on which the reader changes what they get; good for 90 days, and every mail brings a new one. */
export function preferencesUrl({ subscriberId, linkVersion }: LinkOwner, from: string, needs: LinkNeeds): string {
  const parts = [subscriberId, String(linkVersion), expiryOf('preferences', from)];
  return `${needs.publicUrl}/preferences?token=${signToken('preferences', parts, needs.signingKey)}`;
}

/** The edition on the web; good for 90 days. @param key of the edition, behind the reader's id */
export function editionUrl(
  { subscriberId, linkVersion }: LinkOwner,
  { key, createdAt }: { key: string; createdAt: string },
  needs: LinkNeeds,
): string {
  const parts = [subscriberId, key, String(linkVersion), expiryOf('edition', createdAt)];
  return `${needs.publicUrl}/editions/${signToken('edition', parts, needs.signingKey)}`;
}

/** The Atom feed of a reader's editions; good for a year. */
export function feedUrl({ subscriberId, linkVersion }: LinkOwner, from: string, needs: LinkNeeds): string {
  const parts = [subscriberId, String(linkVersion), expiryOf('feed', from)];
  return `${needs.publicUrl}/editions/feed/${signToken('feed', parts, needs.signingKey)}.atom`;
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
  const [subscriberId = '', linkVersion = ''] = readFresh(purpose, 3, token, signingKey, now) ?? [];
  return subscriberId ? { subscriberId, linkVersion: Number(linkVersion) } : undefined;
}

/** @returns undefined as above */
export function readEditionToken(
  token: string,
  signingKey: string,
  now: Date,
): (LinkOwner & { editionId: string }) | undefined {
  const [subscriberId = '', key = '', linkVersion = ''] = readFresh('edition', 4, token, signingKey, now) ?? [];
  if (!subscriberId) return undefined;
  return { subscriberId, linkVersion: Number(linkVersion), editionId: `${subscriberId}/${key}` };
}

/** @returns the confirmation's id; undefined as above */
export const readConfirmationToken = (token: string, signingKey: string, now: Date): string | undefined =>
  readFresh('confirm', 2, token, signingKey, now)?.[0];

/** The parts of a token that was made by us; the last one is the second (epoch) from which it is too old. */
function readFresh(
  purpose: TokenPurpose,
  length: number,
  token: string,
  signingKey: string,
  now: Date,
): string[] | undefined {
  const parts = readSignedToken(purpose, token, signingKey);
  if (parts?.length !== length) return undefined;
  return now.getTime() / 1000 < Number(parts.at(-1)) ? parts : undefined;
}
