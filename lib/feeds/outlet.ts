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
});
export type Outlet = z.infer<typeof Outlet>;
