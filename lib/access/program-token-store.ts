import type { ProgramToken } from './program-token.ts';

/** Tokens that have expired are not there, though their rows may be for a while; revoked ones are. */
export interface ProgramTokenStore {
  /** @returns false when there is one of that id */
  add(token: ProgramToken): Promise<boolean>;
  /** Consistent read: what was revoked a moment ago is. */
  get(accessId: string): Promise<ProgramToken | undefined>;
  /** Revokes once. @returns false when there is no such token, or it was revoked before */
  revoke(accessId: string, at: string): Promise<boolean>;
  /** @returns false when there is no such token, or it was revoked */
  noteUse(accessId: string, day: string): Promise<boolean>;
  /** The latest first. */
  list(): Promise<ProgramToken[]>;
}
