import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../coverage/keyed-hash.ts';

/** What a link of a mail lets its bearer do. It stands in the signed text: a token made for one says nothing for another. */
export type TokenPurpose = 'unsubscribe' | 'feedback' | 'confirm' | 'preferences' | 'edition' | 'feed';

/**
 * `<parts joined by dots>.<HMAC-SHA-256, base64url>`: everyone can read the parts, nobody can change them.
 *
 * @param parts letters, digits and hyphens
 */
export function signToken(purpose: TokenPurpose, parts: readonly string[], signingKey: string): string {
  const payload = parts.join('.');
  return `${payload}.${keyedHash(purpose, payload, signingKey).toString('base64url')}`;
}

/** @returns the parts, or undefined when the token was not made by us for this purpose; takes the same time wherever it differs */
export function readSignedToken(purpose: TokenPurpose, token: string, signingKey: string): string[] | undefined {
  const [, payload, signature] = /^([\w.-]{1,200})\.([\w-]{43})$/.exec(token) ?? [];
  if (payload === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, 'base64url');
  return timingSafeEqual(given, keyedHash(purpose, payload, signingKey)) ? payload.split('.') : undefined;
}
