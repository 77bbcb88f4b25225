import { z } from 'zod';

/** Who speaks. A person sets it, with a reason and a date; `unknown` is a value of its own, never folded into independent. */
export const Relation = z.enum([
  'campaign',
  'state',
  'independent',
  'agency',
  'rights',
  'igo',
  'exile',
  'blog',
  'unknown',
]);
export type Relation = z.infer<typeof Relation>;

/** One entry of `config/outlets.json`. */
export const Outlet = z.strictObject({
  outletId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, 'use lower-case letters, digits, dots and hyphens, for example "radiofarda.com"'),
  name: z.string().min(1),
  /** Host names without "www."; a host matches itself and its subdomains. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/, 'a host name in lower case, without a scheme')).min(1),
  relation: Relation,
  /** Why a person set this relation. */
  reason: z.string().min(10, 'say in a sentence why this outlet has this relation'),
  /** The day on which it was set, YYYY-MM-DD. */
  reviewedOn: z.iso.date(),
  /** The operator reads this outlet's pages whatever its robots.txt says: an agreement, a licence, a legal duty. */
  robots: z
    .strictObject({
      obey: z.literal(false, 'only false has a meaning; leave "robots" out to obey'),
      reason: z.string().min(10, 'say in a sentence why its robots.txt is not obeyed'),
      date: z.iso.date(),
    })
    .optional(),
});
export type Outlet = z.infer<typeof Outlet>;
