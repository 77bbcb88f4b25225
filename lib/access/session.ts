import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { Person } from './person.ts';

/** A browser that was signed in. Ends by itself, by signing out, or when an operator ends it; then the row is gone. */
export const Session = Person.extend({
  schemaVersion: z.literal(1),
  kind: z.literal('session'),
  /** SHA-256 of the random id that only the browser has, hex: who reads the table can open nothing with it. */
  accessId: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type Session = z.infer<typeof Session>;

export const sessionHistory: RecordHistory = { name: 'session', upgrades: [] };
