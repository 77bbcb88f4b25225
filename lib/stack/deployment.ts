import { z } from 'zod';
import pricesJson from '../../config/prices.json' with { type: 'json' };

/** A text of a form; what is absent, or no text, is refused in the same words. */
const textOf = (form: RegExp, error: string) => z.string({ error }).regex(form, error);

const DOMAIN = textOf(
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  'write a domain name in small letters, such as monitor.org',
);

const HostedZone = z.strictObject({
  id: textOf(/^Z[A-Z0-9]{5,31}$/, 'write the id of a Route 53 hosted zone, such as Z0123456789ABC'),
  name: DOMAIN,
});

/** A function's environment holds 4,096 bytes with all that the page has besides. */
const MOST_ALLOWED_CHARS = 1500;

const CLIENT_ID = 'give the id under which the issuer knows the page';
const FIREWALL =
  'write true for a web ACL of the stack’s own (region us-east-1 only), or the ARN of a web ACL of CloudFront';

const MODEL = 'choose a model that has its price under "models" in config/prices.json, or write its price there first';
const BAND = 'write points of the score, as 2; at most 40';
const DOLLARS = 'write US dollars a month, as 5';

/** What the operator says of one deployment: one entry of `config/deployment.json`, or `-c key=value` at the CDK. */
export const Deployment = z
  .strictObject({
    sender: z
      .email({ error: 'give the From-address of the digest, as digest@your-domain' })
      .describe('From-address of the digest.'),
    contact: z
      .url({
        protocol: /^(https?|mailto)$/,
        error: 'give an address for publishers, as mailto:you@your-domain or https://your-domain/monitor',
      })
      .describe('Where a publisher can reach the operator: stands in the User-Agent of every request.'),
    alarms: z
      .email({ error: 'give one mail address, as you@your-domain' })
      .optional()
      .describe('Who is mailed when an alarm rings; has to confirm a mail first.'),
    budget: z.coerce
      .number({ error: 'give US dollars a month, as 20; 0 for none' })
      .min(0, 'give US dollars a month, as 20; 0 for none')
      .default(20)
      .describe('US dollars a month for the whole account, from which the operator is told; 0 for no budget.'),
    identity: z
      .union([z.enum(['address', 'domain']), z.strictObject({ existing: z.string().min(3) })], {
        error: 'write "address", "domain" or {"existing": "the identity’s name at SES"}',
      })
      .default('address')
      .describe(
        'The sender at SES: "address" is confirmed by a mail, "domain" by DKIM records in DNS (mail that arrives), {"existing": NAME} is there already.',
      ),
    hostedZone: HostedZone.optional().describe(
      'The Route 53 zone of the sender’s domain: with it DKIM records are written by the stack.',
    ),
    sandboxReaders: z
      .array(z.email({ error: 'write mail addresses of readers' }))
      .min(1, 'name somebody, or leave it out')
      .optional()
      .describe(
        'Only while SES keeps the account in its sandbox: readers who confirmed their address there. SES asks the role for the identity of each, which no deployment outside the sandbox needs.',
      ),
    domain: z
      .strictObject({
        name: DOMAIN,
        certificateArn: textOf(
          /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
          'give the ARN of a certificate of AWS Certificate Manager in the stack’s region',
        ),
        hostedZone: HostedZone.optional(),
      })
      .refine(({ name, hostedZone }) => hostedZone === undefined || `.${name}`.endsWith(`.${hostedZone.name}`), {
        path: ['hostedZone'],
        message: 'give the zone in which the name lies',
      })
      .optional()
      .describe('An own name for the page. With a hosted zone its record is written by the stack.'),
    signIn: z
      .strictObject({
        issuer: z.url({ protocol: /^https$/, error: 'give the identifier of the issuer, an address of https' }),
        clientId: z.string({ error: CLIENT_ID }).min(1, CLIENT_ID),
        clientSecretArn: textOf(
          /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+-[A-Za-z0-9]{6}$/,
          'give the whole ARN of a secret in Secrets Manager that holds the client’s secret as text',
        ).optional(),
        allowed: z
          .array(z.string().regex(/^[^@\s,]*@[^@\s,]+\.[^@\s,]+$/, 'write a mail address, or a domain as @example.org'))
          .min(1, 'name somebody, or leave it out')
          .refine((allowed) => allowed.join().length <= MOST_ALLOWED_CHARS, {
            message: `at most ${MOST_ALLOWED_CHARS} letters in all: name domains, or choose at the issuer who comes in`,
          })
          .optional(),
      })
      .optional()
      .describe(
        'Who signs readers in to the page, by OpenID Connect; absent for a Cognito user pool of the stack’s own, with invited users only. "allowed" names mail addresses and domains, where the issuer knows others too.',
      ),
    signUp: z
      .boolean('write true or false')
      .default(false)
      .describe(
        'Whether strangers may ask for the digest on the page, at /sign-up; each address confirms by a mail. Without it the operator invites.',
      ),
    firewall: z
      .union([z.boolean(), z.string().regex(/^arn:aws[a-z-]*:wafv2:us-east-1:\d{12}:global\/webacl\/\S+$/, FIREWALL)], {
        error: FIREWALL,
      })
      .default(false)
      .describe('A web application firewall, with CloudFront in front of the page. From about 8 dollars a month.'),
    objectLockDays: z
      .int('write whole days')
      .min(1, 'write whole days')
      .max(36_500)
      .optional()
      .describe(
        'Object Lock in governance mode: for so long nobody without a special right deletes a page of the archive. Choose before the first deployment: a bucket is made with it or without.',
      ),
    keepPagesDays: z
      .int('write whole days')
      .min(30, 'at least 30 days')
      .optional()
      .describe('Pages as they came are deleted after so many days; absent to keep them. Articles and editions stay.'),
    logDays: z
      .literal([7, 14, 30, 60, 90, 180, 365], 'choose 7, 14, 30, 60, 90, 180 or 365')
      .default(30)
      .describe('Days for which logs are kept.'),
    reserveConcurrency: z
      .boolean('write true or false')
      .default(true)
      .describe(
        'Keeps a share of the account’s Lambda concurrency for the page and bounds it there. A new account has too little of it: then false, until AWS has raised it.',
      ),
    secondOpinion: z
      .strictObject({
        model: z.string({ error: MODEL }).refine((model) => Object.hasOwn(pricesJson.models, model), { error: MODEL }),
        bandPoints: z.number(BAND).positive(BAND).max(40, BAND),
        monthlyDollars: z.number(DOLLARS).positive(DOLLARS).max(1000, DOLLARS),
      })
      .optional()
      .describe(
        'A language model of Bedrock that is asked about texts near the threshold; absent for none. Scores not farther than "bandPoints" from the threshold are put to it, for "monthlyDollars" US dollars a month at most. Texts of articles go to Bedrock in the stack’s region, nothing about readers does. It decides nothing: its answer stands beside the rules’.',
      ),
  })
  .refine(({ objectLockDays = 0, keepPagesDays = Number.POSITIVE_INFINITY }) => objectLockDays <= keepPagesDays, {
    path: ['keepPagesDays'],
    message: 'pages cannot be deleted while Object Lock holds them: at least objectLockDays',
  })
  .refine(({ firewall, domain }) => firewall === false || !domain || domain.certificateArn.includes(':us-east-1:'), {
    path: ['domain', 'certificateArn'],
    message: 'behind a firewall the name is CloudFront’s, which takes certificates of us-east-1 only',
  })
  .refine(
    ({ identity, hostedZone, sender }) =>
      hostedZone === undefined || (identity === 'domain' && sender.endsWith(`@${hostedZone.name}`)),
    {
      path: ['hostedZone'],
      message: 'goes with "identity": "domain", and is the zone of the sender’s domain',
    },
  );
export type Deployment = z.infer<typeof Deployment>;
