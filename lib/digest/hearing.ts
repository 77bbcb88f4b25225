import { z } from 'zod';

/** As the reader's frame wants it; without a Persian form the other stands in both. */
const InEither = z.strictObject({ en: z.string().min(2).max(80), fa: z.string().min(2).max(80).optional() });

/** What is known of a hearing besides its date. */
export const Hearing = z.strictObject({
  court: InEither,
  place: InEither,
  /** `postponed`: its date is the one that no longer holds. It is shown until then, and nobody misses coverage of it. */
  status: z.enum(['announced', 'postponed']),
});
export type Hearing = z.infer<typeof Hearing>;
