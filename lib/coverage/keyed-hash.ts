import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256: who reads a table cannot try texts out, and nobody without the key makes another.
 *
 * @param purpose stands in what is hashed: a hash made for one says nothing for another
 */
export function keyedHash(purpose: string, text: string, signingKey: string): Buffer {
  return createHmac('sha256', signingKey).update(`vigil:${purpose}:1:${text}`).digest();
}
