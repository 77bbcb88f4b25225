import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A sign-in between leaving for the issuer and coming back. It travels in a cookie: strangers write no row. */
export const PendingSignIn = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  codeVerifier: z.string().min(1),
  /** Path to go to afterwards, on this site. */
  to: z.string().startsWith('/'),
  /** Epoch seconds. */
  expiresAt: z.number(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;

/** Time to type a password and look for the second factor. */
export const PENDING_MINUTES = 10;

// The purpose makes a key of its own out of the one secret that the page has.
const PURPOSE = 'vigil:pending-sign-in:1';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

const keyOf = (signingKey: string) => Buffer.from(hkdfSync('sha256', signingKey, '', PURPOSE, 32));

/** AES-256-GCM: who has the cookie can neither read nor change what it holds. */
export function sealPendingSignIn(pending: PendingSignIn, signingKey: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(signingKey), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(pending)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns undefined when it was not sealed by us, was changed, or is too old */
export function openPendingSignIn(text: string, signingKey: string, now: Date): PendingSignIn | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(signingKey), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    const pending = PendingSignIn.parse(JSON.parse(opened.toString()));
    return pending.expiresAt > now.getTime() / 1000 ? pending : undefined;
  } catch {
    return undefined;
  }
}
