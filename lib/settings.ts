import { z } from 'zod';
import { InvalidInputError } from './errors.ts';

const originList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)));

const addressList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^[^@\s]*@[^@\s]+\.[^@\s]+$/, 'write mail addresses, and domains as @example.org')));

const positiveNumber = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'write a number')
  .transform(Number)
  .pipe(z.number().positive());

/** Every environment variable of the deployed functions; nothing else reads process.env. */
export const Settings = z
  .object({
    FEEDS_TABLE: z.string().min(1),
    IDENTITIES_TABLE: z.string().min(1),
    ITEMS_TABLE: z.string().min(1),
    COVERAGE_TABLE: z.string().min(1),
    STORIES_TABLE: z.string().min(1),
    FEEDBACK_TABLE: z.string().min(1),
    SUBSCRIBERS_TABLE: z.string().min(1),
    CONFIRMATIONS_TABLE: z.string().min(1),
    EDITIONS_TABLE: z.string().min(1),
    ACCESS_TABLE: z.string().min(1),
    USAGE_TABLE: z.string().min(1),
    FEEDS_QUEUE_URL: z.url(),
    ARTICLES_QUEUE_URL: z.url(),
    MAIL_EVENTS_QUEUE_URL: z.url(),
    ARCHIVE_BUCKET: z.string().min(1),
    /** From-address of the digest. */
    SENDER_ADDRESS: z.email(),
    /** SES's set of rules by which it tells what became of a mail. */
    CONFIGURATION_SET: z.string().min(1),
    /** Where a publisher can reach the operator: stands in the User-Agent. An http(s) or mailto address. */
    CONTACT_URL: z.url({ protocol: /^(https?|mailto)$/ }),
    /** Address of the page without a slash at the end; links of the digest start with it. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    /** Secret that opens a page that nobody signs in to; at least 32 characters. The web stage has this or an issuer. */
    PAGE_TOKEN: z.string().min(32).optional(),
    /** Who signs people in: the identifier of an issuer of OpenID Connect. By plain http on this machine alone. */
    SIGN_IN_ISSUER: z
      .url({ protocol: /^https?$/ })
      .regex(/^https:|^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/, 'write an address of https')
      .optional(),
    SIGN_IN_CLIENT_ID: z.string().min(1).optional(),
    /** Absent for a public client: the code is bound to the browser by PKCE in any case. */
    SIGN_IN_CLIENT_SECRET: z.string().min(1).optional(),
    /** Who may come in of those whom the issuer knows, comma-separated; absent where the issuer knows invited people only. */
    SIGN_IN_ALLOWED: addressList,
    /** Secret that signs the links of mails, at least 32 characters; apart from the page's, so that changing that one breaks no link. */
    SIGNING_KEY: z.string().min(32),
    /** Whether strangers may ask for the digest on the page; of the web stage. */
    SIGN_UP: z.enum(['true', 'false']).default('false'),
    /** Header value of requests that came through the firewall; absent without one. */
    ORIGIN_SECRET: z.string().min(32).optional(),
    /** Seconds between two requests to one host. */
    HOST_GAP_SECONDS: z
      .string()
      // An empty text would count as 0: no gap at all.
      .regex(/^\d+(\.\d+)?$/, 'write a number of seconds')
      .transform(Number)
      .pipe(z.number().max(60))
      .default(1),
    /**
     * Exact origins that the fetcher may reach although they are not public, comma-separated. They are the operator's
     * own (the sample newsroom, a test server): no gap is kept there. The deployed stack cannot set it.
     */
    ALLOWED_ORIGINS: originList,
    /** Where the embedded stack may have a calendar of its own; the one that ships counts where there is no such file. */
    CALENDAR_FILE: z.string().min(1).optional(),
    /** Lambda sets it: decides which prices count. */
    AWS_REGION: z.string().min(1).default('us-east-1'),
    /** Model of Bedrock that is asked about texts near the threshold; absent where none is. */
    SECOND_OPINION_MODEL: z.string().min(1).optional(),
    /** Scores not farther than so many points from the threshold are put to it. */
    SECOND_OPINION_BAND_POINTS: positiveNumber.optional(),
    SECOND_OPINION_MONTHLY_DOLLARS: positiveNumber.optional(),
    /** Of the metrics in CloudWatch: with it every logged outcome is counted there. Absent where nobody would read them. */
    METRICS_NAMESPACE: z.string().min(1).optional(),
  })
  .refine((env) => (env.SIGN_IN_ISSUER === undefined) === (env.SIGN_IN_CLIENT_ID === undefined), {
    path: ['SIGN_IN_ISSUER'],
    message: 'goes with SIGN_IN_CLIENT_ID',
  })
  .refine((env) => env.SIGN_IN_ISSUER === undefined || env.PAGE_TOKEN === undefined, {
    path: ['PAGE_TOKEN'],
    message: 'would be a second door beside SIGN_IN_ISSUER',
  })
  .refine(
    (env) =>
      new Set(
        [env.SECOND_OPINION_MODEL, env.SECOND_OPINION_BAND_POINTS, env.SECOND_OPINION_MONTHLY_DOLLARS].map(
          (value) => value === undefined,
        ),
      ).size === 1,
    {
      path: ['SECOND_OPINION_MODEL'],
      message: 'goes with SECOND_OPINION_BAND_POINTS and SECOND_OPINION_MONTHLY_DOLLARS',
    },
  )
  .transform((env) => ({
    tables: {
      feeds: env.FEEDS_TABLE,
      identities: env.IDENTITIES_TABLE,
      items: env.ITEMS_TABLE,
      coverage: env.COVERAGE_TABLE,
      stories: env.STORIES_TABLE,
      feedback: env.FEEDBACK_TABLE,
      subscribers: env.SUBSCRIBERS_TABLE,
      confirmations: env.CONFIRMATIONS_TABLE,
      editions: env.EDITIONS_TABLE,
      access: env.ACCESS_TABLE,
      usage: env.USAGE_TABLE,
    },
    queueUrls: {
      feeds: env.FEEDS_QUEUE_URL,
      articles: env.ARTICLES_QUEUE_URL,
      'mail-events': env.MAIL_EVENTS_QUEUE_URL,
    },
    archiveBucket: env.ARCHIVE_BUCKET,
    senderAddress: env.SENDER_ADDRESS,
    configurationSet: env.CONFIGURATION_SET,
    contactUrl: env.CONTACT_URL,
    publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
    pageToken: env.PAGE_TOKEN,
    signIn: signInOf(env),
    signingKey: env.SIGNING_KEY,
    isSignUpOpen: env.SIGN_UP === 'true',
    originSecret: env.ORIGIN_SECRET,
    hostGapSeconds: env.HOST_GAP_SECONDS,
    allowedOrigins: env.ALLOWED_ORIGINS,
    calendarFile: env.CALENDAR_FILE,
    region: env.AWS_REGION,
    secondOpinion: secondOpinionOf(env),
    metricsNamespace: env.METRICS_NAMESPACE,
  }));
export type Settings = z.infer<typeof Settings>;

interface SignInVariables {
  SIGN_IN_ISSUER?: string | undefined;
  SIGN_IN_CLIENT_ID?: string | undefined;
  SIGN_IN_CLIENT_SECRET?: string | undefined;
  SIGN_IN_ALLOWED: string[];
}

/** undefined where nobody signs in. */
function signInOf(env: SignInVariables) {
  const { SIGN_IN_ISSUER: issuer, SIGN_IN_CLIENT_ID: clientId } = env;
  if (issuer === undefined || clientId === undefined) return undefined;
  return { issuer, clientId, clientSecret: env.SIGN_IN_CLIENT_SECRET, allowed: env.SIGN_IN_ALLOWED };
}

interface SecondOpinionVariables {
  SECOND_OPINION_MODEL?: string | undefined;
  SECOND_OPINION_BAND_POINTS?: number | undefined;
  SECOND_OPINION_MONTHLY_DOLLARS?: number | undefined;
}

/** undefined where no model is asked. */
function secondOpinionOf(env: SecondOpinionVariables) {
  const { SECOND_OPINION_MODEL: model, SECOND_OPINION_BAND_POINTS: bandPoints } = env;
  const { SECOND_OPINION_MONTHLY_DOLLARS: monthlyDollars } = env;
  if (model === undefined || bandPoints === undefined || monthlyDollars === undefined) return undefined;
  return { model, bandPoints, monthlyDollars };
}

/** @throws InvalidInputError naming every variable that is missing or wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const parsed = Settings.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new InvalidInputError(`environment: ${problems.join('; ')}`);
}
