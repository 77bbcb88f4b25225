import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * SHA-256 as hex. Enough for secrets of 256 random bits: nobody guesses one from its hash, so there is nothing for a
 * slow hash to slow down.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes the same time wherever the first difference stands. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
