import { z } from 'zod';
import { UserError } from '../errors.ts';

/** What the operator of one deployment says by the context of the CDK (`-c sender=…`, or "context" in cdk.json). */
export const Deployment = z.object({
  /** From-address of the digest. */
  sender: z.email({ error: 'give the From-address of the digest, as -c sender=digest@your-domain' }),
  /** Where a publisher can reach the operator: stands in the User-Agent. */
  contact: z.url({
    protocol: /^(https?|mailto)$/,
    error: 'give an address for publishers, as -c contact=mailto:you@your-domain or https://your-domain/monitor',
  }),
  /** Who is mailed when an alarm rings. */
  alarms: z.email({ error: 'give one mail address, as -c alarms=you@your-domain' }).optional(),
  /** US dollars a month for the whole account, from which the operator is told. */
  budget: z.coerce.number({ error: 'give US dollars a month, as -c budget=20' }).positive().optional(),
});
export type Deployment = z.infer<typeof Deployment>;

/** @throws UserError naming every value that is missing or wrong, and how to give it */
export function readDeployment(context: (key: string) => unknown): Deployment {
  const keys = Object.keys(Deployment.shape);
  const parsed = Deployment.safeParse(Object.fromEntries(keys.map((key) => [key, context(key)])));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new UserError(`the stack cannot be synthesised: ${problems.join('; ')}`);
}

/**
 * Whether a mail or web address stands under a name that nobody can own: good enough to look at the template, useless in AWS.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761 and https://www.rfc-editor.org/rfc/rfc2606#section-3
 */
export function isReservedAddress(address: string): boolean {
  const host = address.includes('://') ? new URL(address).hostname : address.replace(/^.*@|[?].*$/g, '');
  return /(^|\.)(example|example\.(com|net|org)|test|invalid|localhost)$/i.test(host);
}
