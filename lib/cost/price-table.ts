import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';

/** Everything that has a price, in the order of a bill. The names are the keys of `config/prices.json`. */
export const PricedUnit = z.enum([
  'lambda-requests',
  'lambda-gigabyte-seconds',
  'dynamodb-read-units',
  'dynamodb-write-units',
  'dynamodb-storage',
  'dynamodb-backup',
  'sqs-fifo-requests',
  'sqs-standard-requests',
  's3-puts',
  's3-gets',
  's3-storage',
  'ses-mails',
  'ses-attachments',
  'api-requests',
  'schedules',
  'logs-ingested',
  'logs-stored',
  'metrics',
  'alarms',
  'dashboards',
  'traces',
  'secrets',
  'sign-ins',
  'notifications',
  'data-out',
  'waf-acls',
  'waf-rules',
  'waf-requests',
  'budgets',
  'model-microdollars',
]);
export type PricedUnit = z.infer<typeof PricedUnit>;

const Price = z.strictObject({
  /** As on a bill: "Lambda", "DynamoDB", … */
  service: z.string().min(1),
  /** What one of them is, in words. */
  unit: z.string().min(1),
  /** The prices are for so many. */
  per: z.number().positive(),
  /** By region, in the table's currency. */
  prices: z.record(z.string(), z.number().min(0)),
  /** Units a month that cost an account nothing. */
  free: z
    .strictObject({
      amount: z.number().positive(),
      lasts: z.enum(['always', 'first-year']),
      note: z.string().optional(),
    })
    .optional(),
  source: z.url({ protocol: /^https$/ }),
  /** How sure whoever wrote it was. */
  sure: z.enum(['high', 'medium', 'low']),
  writtenOn: z.iso.date(),
});

/** For a million tokens, by region. */
const ModelPrice = z.strictObject({
  prices: z.record(z.string(), z.strictObject({ input: z.number().min(0), output: z.number().min(0) })),
  source: z.url({ protocol: /^https$/ }),
  sure: z.enum(['high', 'medium', 'low']),
  writtenOn: z.iso.date(),
});

/** The list prices of `config/prices.json`, dated. */
export const PriceTable = z
  .strictObject({
    asOf: z.iso.date(),
    currency: z.literal('USD'),
    /** The first is the one that is reckoned with when the region in use has no prices. */
    regions: z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'write a region such as "us-east-1"')).min(1),
    /** How the figures were found, for a person. */
    note: z.string().min(1),
    units: z.record(PricedUnit, Price),
    /** Models of Bedrock that may be asked, by their ids there. */
    models: z.record(z.string(), ModelPrice),
  })
  .superRefine(({ regions, units }, context) => {
    for (const [name, { prices }] of Object.entries(units)) {
      for (const region of regions.filter((one) => prices[one] === undefined)) {
        context.addIssue({ code: 'custom', path: ['units', name, 'prices', region], message: 'no price' });
      }
    }
  });
export type PriceTable = z.infer<typeof PriceTable>;

/** @throws InvalidInputError that names every wrong entry */
export function parsePriceTable(json: unknown): PriceTable {
  const parsed = PriceTable.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new InvalidInputError(`config/prices.json: ${problems.join('; ')}`);
}
