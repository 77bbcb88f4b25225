import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';

/** A name under which an article may come again: feed × guid, canonical URL, outlet × title. The first claim stands. */
export const Identity = z.object({
  identity: z.string(),
  articleId: z.string(),
  feedId: z.string(),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type Identity = z.infer<typeof Identity>;

/** The table's rows say their version, which the record itself has no use for; those of the beginning do not. */
export const identityHistory: RecordHistory = { name: 'name of an article', upgrades: [] };
