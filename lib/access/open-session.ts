import { randomBytes } from 'node:crypto';
import { hashSecret } from './hash-secret.ts';
import type { Person } from './person.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** A working day. Whoever still has an account at the issuer comes back by one click. */
const SESSION_HOURS = 12;

export interface OpenSessionNeeds {
  sessionStore: Pick<SessionStore, 'add'>;
  now: () => Date;
}

/** @returns the id for the browser, 256 random bits as base64url; it is stored nowhere */
export async function openSession(person: Person, { sessionStore, now }: OpenSessionNeeds): Promise<string> {
  const sessionId = randomBytes(32).toString('base64url');
  const session: Session = {
    ...person,
    schemaVersion: 1,
    kind: 'session',
    accessId: hashSecret(sessionId),
    createdAt: now().toISOString(),
    expiresAt: Math.floor(now().getTime() / 1000) + SESSION_HOURS * 3600,
  };
  if (await sessionStore.add(session)) return sessionId;
  throw new Error('a session of the same 256 random bits exists: the source of randomness is broken');
}
