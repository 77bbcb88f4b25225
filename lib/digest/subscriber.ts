import { z } from 'zod';

/** One reader of the digest. */
export const Subscriber = z.object({
  schemaVersion: z.literal(1),
  /** Random, 16 hex digits; stands for the address in keys and logs. */
  subscriberId: z.string().regex(/^[0-9a-f]{16}$/),
  address: z.email('use a whole mail address, for example reader@example.org'),
  /** IANA name. */
  zone: z.string().refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'use an IANA time zone, for example Europe/Paris'),
  /** Local hour from which the day's edition is due. */
  hour: z.int().min(0).max(23),
  /** Language of the frame around the articles. */
  language: z.enum(['en', 'fa']),
  state: z.enum(['active', 'paused', 'unsubscribed', 'suppressed']),
  addedAt: z.iso.datetime(),
});
export type Subscriber = z.infer<typeof Subscriber>;
