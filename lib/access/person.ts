import { z } from 'zod';

/** Somebody as the issuer of sign-ins names them. */
export const Person = z.object({
  issuer: z.url(),
  /** Stays the same for this person at this issuer, whatever becomes of the mail address. */
  subject: z.string().min(1).max(255),
  /** Absent where the issuer says none, or does not say that it has verified it: then anybody could have typed it. */
  address: z.email().optional(),
});
export type Person = z.infer<typeof Person>;
