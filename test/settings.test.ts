import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../lib/errors.ts';
import { readSettings } from '../lib/settings.ts';

const env = {
  FEEDS_TABLE: 'feeds',
  IDENTITIES_TABLE: 'identities',
  ITEMS_TABLE: 'items',
  COVERAGE_TABLE: 'coverage',
  STORIES_TABLE: 'stories',
  SUBSCRIBERS_TABLE: 'subscribers',
  EDITIONS_TABLE: 'editions',
  ACCESS_TABLE: 'access',
  FEEDBACK_TABLE: 'feedback',
  USAGE_TABLE: 'usage',
  CONFIRMATIONS_TABLE: 'confirmations',
  FEEDS_QUEUE_URL: 'https://sqs.example/feeds.fifo',
  ARTICLES_QUEUE_URL: 'https://sqs.example/articles.fifo',
  MAIL_EVENTS_QUEUE_URL: 'https://sqs.example/mail-events',
  ARCHIVE_BUCKET: 'archive',
  SENDER_ADDRESS: 'digest@vigil.example',
  CONFIGURATION_SET: 'vigil-mails',
  CONTACT_URL: 'mailto:operator@vigil.example',
  PUBLIC_URL: 'https://vigil.example/',
  PAGE_TOKEN: 'p'.repeat(32),
  SIGNING_KEY: 's'.repeat(32),
};

test('the environment becomes settings, with a second between requests and no exception from the address rules', () => {
  expect(readSettings({ ...env, PATH: '/bin' })).toEqual({
    tables: {
      feeds: 'feeds',
      identities: 'identities',
      items: 'items',
      coverage: 'coverage',
      stories: 'stories',
      subscribers: 'subscribers',
      editions: 'editions',
      confirmations: 'confirmations',
      access: 'access',
      feedback: 'feedback',
      usage: 'usage',
    },
    queueUrls: {
      feeds: env.FEEDS_QUEUE_URL,
      articles: env.ARTICLES_QUEUE_URL,
      'mail-events': env.MAIL_EVENTS_QUEUE_URL,
    },
    archiveBucket: 'archive',
    senderAddress: 'digest@vigil.example',
    configurationSet: 'vigil-mails',
    contactUrl: 'mailto:operator@vigil.example',
    publicUrl: 'https://vigil.example',
    pageToken: env.PAGE_TOKEN,
    signingKey: env.SIGNING_KEY,
    isSignUpOpen: false,
    hostGapSeconds: 1,
    allowedOrigins: [],
    region: 'us-east-1',
  });
});

test('origins are read without paths and blanks, the gap as a number', () => {
  const settings = readSettings({
    ...env,
    HOST_GAP_SECONDS: '2.5',
    ALLOWED_ORIGINS: ' http://127.0.0.1:8099/feeds.json , ,http://LOCALHOST:80',
  });
  expect([settings.hostGapSeconds, settings.allowedOrigins]).toEqual([
    2.5,
    ['http://127.0.0.1:8099', 'http://localhost'],
  ]);
});

test.each(Object.keys(env).filter((name) => name !== 'PAGE_TOKEN'))('without %s the message names it', (name) => {
  expect(() => readSettings({ ...env, [name]: undefined })).toThrow(new RegExp(`^environment: ${name}: `));
});

test.each([
  ['PAGE_TOKEN', 'too-short-a-secret'],
  ['SIGNING_KEY', 'another-short-secret'],
  ['SENDER_ADDRESS', 'nobody'],
  ['CONTACT_URL', 'javascript:alert(1)'],
  ['PUBLIC_URL', 'ftp://vigil.example'],
  ['HOST_GAP_SECONDS', ''],
  ['HOST_GAP_SECONDS', '-1'],
  ['HOST_GAP_SECONDS', '61'],
  ['HOST_GAP_SECONDS', 'Infinity'],
  ['ALLOWED_ORIGINS', 'file:///etc'],
])('%s is refused as %j, and no value is told', (name, value) => {
  const read = () => readSettings({ ...env, [name]: value });
  expect(read).toThrow(InvalidInputError);
  expect(read).toThrow(new RegExp(`^environment: ${name}`));
  if (value.includes('secret')) expect(read).not.toThrow(new RegExp(value));
});

describe('who opens the page', () => {
  const { PAGE_TOKEN: _, ...closed } = env;
  const issuer = { SIGN_IN_ISSUER: 'https://sign-in.example/tenant', SIGN_IN_CLIENT_ID: 'vigil' };

  test('is nobody, for the stages that serve none', () => {
    const { pageToken, signIn } = readSettings(closed);
    expect([pageToken, signIn]).toEqual([undefined, undefined]);
  });

  test('is said by an issuer, with a list of addresses and domains', () => {
    const allowed = ' Reader@Newsroom.example, @press.example,,';
    const { signIn } = readSettings({ ...closed, ...issuer, SIGN_IN_CLIENT_SECRET: 's', SIGN_IN_ALLOWED: allowed });
    expect(signIn).toEqual({
      issuer: issuer.SIGN_IN_ISSUER,
      clientId: 'vigil',
      clientSecret: 's',
      allowed: ['reader@newsroom.example', '@press.example'],
    });
  });

  test.each(['http://127.0.0.1:9000', 'http://localhost:9000/realms/x', 'http://[::1]:9000'])(
    'may be said by plain http at %s',
    (SIGN_IN_ISSUER) => {
      expect(readSettings({ ...closed, ...issuer, SIGN_IN_ISSUER }).signIn?.issuer).toBe(SIGN_IN_ISSUER);
    },
  );

  test.each([
    [{ SIGN_IN_ISSUER: 'http://sign-in.example' }, 'SIGN_IN_ISSUER: write an address of https'],
    [{ SIGN_IN_ISSUER: 'http://localhost.evil.example' }, 'SIGN_IN_ISSUER: write an address of https'],
    [{ SIGN_IN_ISSUER: 'http://127.0.0.1@evil.example' }, 'SIGN_IN_ISSUER: write an address of https'],
    [{ SIGN_IN_ISSUER: undefined }, 'SIGN_IN_ISSUER: goes with SIGN_IN_CLIENT_ID'],
    [{ SIGN_IN_CLIENT_ID: undefined }, 'SIGN_IN_ISSUER: goes with SIGN_IN_CLIENT_ID'],
    [{ SIGN_IN_ALLOWED: 'newsroom.example' }, 'SIGN_IN_ALLOWED.0: write mail addresses'],
    [{ PAGE_TOKEN: env.PAGE_TOKEN }, 'PAGE_TOKEN: would be a second door'],
  ])('is not said by %j', (wrong, problem) => {
    expect(() => readSettings({ ...closed, ...issuer, ...wrong })).toThrow(problem);
  });
});

const opinion = {
  SECOND_OPINION_MODEL: 'a-model',
  SECOND_OPINION_BAND_POINTS: '1.5',
  SECOND_OPINION_MONTHLY_DOLLARS: '5',
};

test('a second opinion is asked for by model, band and money together', () => {
  const wanted = { model: 'a-model', bandPoints: 1.5, monthlyDollars: 5 };
  expect(readSettings({ ...env, ...opinion }).secondOpinion).toEqual(wanted);
  expect(readSettings(env).secondOpinion).toBeUndefined();
});

test.each([
  [{ SECOND_OPINION_MODEL: undefined }, 'SECOND_OPINION_MODEL: goes with SECOND_OPINION_BAND_POINTS'],
  [{ SECOND_OPINION_MONTHLY_DOLLARS: undefined }, 'SECOND_OPINION_MODEL: goes with'],
  [{ SECOND_OPINION_MONTHLY_DOLLARS: '0' }, 'SECOND_OPINION_MONTHLY_DOLLARS'],
  [{ SECOND_OPINION_MONTHLY_DOLLARS: '' }, 'SECOND_OPINION_MONTHLY_DOLLARS: write a number'],
  [{ SECOND_OPINION_BAND_POINTS: '-1' }, 'SECOND_OPINION_BAND_POINTS: write a number'],
])('a second opinion is not asked for by %j', (wrong, problem) => {
  expect(() => readSettings({ ...env, ...opinion, ...wrong })).toThrow(problem);
});

test('everything that is wrong is named at once', () => {
  expect(() => readSettings({})).toThrow(/FEEDS_TABLE.*ARCHIVE_BUCKET.*SIGNING_KEY/);
});
