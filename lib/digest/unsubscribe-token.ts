import { readSignedToken, signToken } from './signed-token.ts';

/** @returns the subscriberId, or undefined when the token was not made by us for this purpose */
export function readUnsubscribeToken(token: string, signingKey: string): string | undefined {
  const [subscriberId = '', ...rest] = readSignedToken('unsubscribe', token, signingKey) ?? [];
  return rest.length === 0 && /^[0-9a-f]{16}$/.test(subscriberId) ? subscriberId : undefined;
}

/** The page with the button, and the address of RFC 8058's one-click POST. The token holds no address and never expires. */
export function unsubscribeUrl(publicUrl: string, subscriberId: string, signingKey: string): string {
  return `${publicUrl}/unsubscribe?token=${signToken('unsubscribe', [subscriberId], signingKey)}`;
}
