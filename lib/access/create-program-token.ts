import { randomBytes } from 'node:crypto';
import { expiryAfter } from '../records/expiry-after.ts';
import { hashSecret } from './hash-secret.ts';
import type { ProgramToken, Scope } from './program-token.ts';

export interface ProgramTokenRequest {
  name: string;
  scopes: readonly Scope[];
  days: number;
}

/** A new token: the text for the program, `vigil_<id>_<secret>` with 256 random bits as base64url, and what is kept of it. */
export function createProgramToken({ name, scopes, days }: ProgramTokenRequest, now: Date) {
  const accessId = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const kept: ProgramToken = {
    schemaVersion: 1,
    kind: 'token',
    accessId,
    name,
    scopes: [...scopes],
    secretHash: hashSecret(secret),
    createdAt: now.toISOString(),
    expiresAt: expiryAfter(now.toISOString(), days),
  };
  return { text: `vigil_${accessId}_${secret}`, kept };
}
