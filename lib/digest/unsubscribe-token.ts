import { createHmac, timingSafeEqual } from 'node:crypto';

// The purpose stands in the signed text, so that a token made for anything else with the same key says nothing here.
const PURPOSE = 'vigil:unsubscribe:1';

function sign(subscriberId: string, signingKey: string): Buffer {
  return createHmac('sha256', signingKey).update(`${PURPOSE}:${subscriberId}`).digest();
}

/** `<subscriberId>.<HMAC-SHA-256, base64url>`: holds no address and never expires. */
function createUnsubscribeToken(subscriberId: string, signingKey: string): string {
  return `${subscriberId}.${sign(subscriberId, signingKey).toString('base64url')}`;
}

/** @returns the subscriberId, or undefined when the token was not made by us for this purpose */
export function readUnsubscribeToken(token: string, signingKey: string): string | undefined {
  const [, subscriberId, signature] = /^([0-9a-f]{16})\.([\w-]{43})$/.exec(token) ?? [];
  if (!subscriberId || !signature) return undefined;
  const expected = sign(subscriberId, signingKey);
  return timingSafeEqual(Buffer.from(signature, 'base64url'), expected) ? subscriberId : undefined;
}

/** The page with the button, and the address of RFC 8058's one-click POST. */
export function unsubscribeUrl(publicUrl: string, subscriberId: string, signingKey: string): string {
  return `${publicUrl}/unsubscribe?token=${createUnsubscribeToken(subscriberId, signingKey)}`;
}
