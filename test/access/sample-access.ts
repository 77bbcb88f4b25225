import type { ProgramToken } from '../../lib/access/program-token.ts';
import type { Session } from '../../lib/access/session.ts';

const createdAt = '2026-08-28T08:00:00.000Z';
const inDays = (days: number) => Date.parse(createdAt) / 1000 + days * 86_400;

export const sampleSession = (changes: Partial<Session> = {}): Session => ({
  schemaVersion: 1,
  kind: 'session',
  accessId: 'a'.repeat(64),
  issuer: 'https://sign-in.example',
  subject: 'reader-1',
  address: 'reader@newsroom.example',
  createdAt,
  expiresAt: inDays(0.5),
  ...changes,
});

export const sampleProgramToken = (changes: Partial<ProgramToken> = {}): ProgramToken => ({
  schemaVersion: 1,
  kind: 'token',
  accessId: 'b'.repeat(16),
  name: 'nightly-export',
  scopes: ['coverage:read'],
  secretHash: 'c'.repeat(64),
  createdAt,
  expiresAt: inDays(90),
  ...changes,
});
