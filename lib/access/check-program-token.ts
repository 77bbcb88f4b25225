import { hashSecret, isSameSecret } from './hash-secret.ts';
import type { Scope } from './program-token.ts';
import type { ProgramTokenStore } from './program-token-store.ts';

export interface CheckTokenNeeds {
  programTokenStore: Pick<ProgramTokenStore, 'get' | 'noteUse'>;
  now: () => Date;
}

/** `invalid` tells nobody whether a token is unknown, expired, revoked or wrong. */
export type TokenVerdict = 'valid' | 'invalid' | 'out-of-scope';

/** What a token opens; its first use on a day is noted. */
export async function checkProgramToken(
  text: string,
  scope: Scope | undefined,
  { programTokenStore, now }: CheckTokenNeeds,
): Promise<TokenVerdict> {
  const [, accessId, secret] = /^vigil_([0-9a-f]{16})_([\w-]{43})$/.exec(text) ?? [];
  if (accessId === undefined || secret === undefined) return 'invalid';
  const token = await programTokenStore.get(accessId);
  if (!token || token.revokedAt !== undefined || !isSameSecret(hashSecret(secret), token.secretHash)) return 'invalid';
  const today = now().toISOString().slice(0, 10);
  if (token.lastUsedDay !== today) await programTokenStore.noteUse(accessId, today);
  return scope !== undefined && token.scopes.includes(scope) ? 'valid' : 'out-of-scope';
}
