import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/** What a program may ask for. Each address of the API asks for one (`lib/web/route-access.ts`). */
export const Scope = z.enum(['coverage:read', 'feeds:read']);
export type Scope = z.infer<typeof Scope>;

/** The right of one program to read the API, until it expires or is revoked. */
export const ProgramToken = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal('token'),
  /** Random, 16 hex digits; stands in the token, in lists and in logs. */
  accessId: z.string().regex(/^[0-9a-f]{16}$/),
  /** The operator's word for the program. */
  name: z
    .string()
    .trim()
    .min(1, 'give a name, for example nightly-export')
    .max(60, 'use at most 60 characters')
    .regex(/^[^\p{C}]*$/u, 'use printable characters'),
  scopes: z.array(Scope).min(1),
  /** SHA-256 of the token's secret, hex; the secret itself was shown once. */
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
  /** Epoch seconds. */
  expiresAt: z.int(),
  revokedAt: z.iso.datetime().optional(),
  /** Day in UTC, no finer: enough to find the tokens that nobody needs any more. */
  lastUsedDay: z.iso.date().optional(),
});
export type ProgramToken = z.infer<typeof ProgramToken>;

export const programTokenHistory: RecordHistory = { name: 'token of a program', upgrades: [] };
