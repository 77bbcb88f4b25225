import { describe, expect, test } from 'vitest';
import type { AwsCall } from './aws-call.ts';
import { countUses } from './grant.ts';
import { isAllowed } from './judge-call.ts';
import { readStatements } from './policy.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/Vigil-Items';
const BUCKET = 'arn:aws:s3:::vigil-archive';
const FROM = { 'ses:FromAddress': 'digest@monitor.org' };

const policy = (...statements: Record<string, unknown>[]) =>
  readStatements({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
const call = (action: string, resources: string | string[], conditions: AwsCall['conditions'] = {}): AwsCall => ({
  action,
  resources: [resources].flat(),
  conditions,
});

const items = { Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: TABLE };
const send = { Action: 'ses:SendEmail', Resource: ['arn:identity', 'arn:set'], Condition: { StringEquals: FROM } };

test.each<[string, Record<string, unknown>[], AwsCall, boolean]>([
  ['what a statement names', [items], call('dynamodb:GetItem', TABLE), true],
  ['another action', [items], call('dynamodb:PutItem', TABLE), false],
  ['another table', [items], call('dynamodb:GetItem', `${TABLE}s`), false],
  ['an index of the table, which is a resource of its own', [items], call('dynamodb:Query', `${TABLE}/index/a`), false],
  [
    'an index that is named',
    [{ ...items, Resource: `${TABLE}/index/a` }],
    call('dynamodb:Query', `${TABLE}/index/a`),
    true,
  ],
  ['nothing at all', [], call('dynamodb:GetItem', TABLE), false],
  ['an action in other letters', [{ ...items, Action: 'DynamoDB:getitem' }], call('dynamodb:GetItem', TABLE), true],
  ['a wildcard of actions', [{ ...items, Action: 'dynamodb:Get*' }], call('dynamodb:GetItem', TABLE), true],
  ['a wildcard that ends before', [{ ...items, Action: 'dynamodb:Get*' }], call('dynamodb:Query', TABLE), false],
  [
    'one letter for a question mark',
    [{ ...items, Resource: `${TABLE.slice(0, -1)}?` }],
    call('dynamodb:Query', TABLE),
    true,
  ],
  ['dots as dots', [{ Action: 's3:GetObject', Resource: 'a.b' }], call('s3:GetObject', 'aXb'), false],
  [
    'objects of a bucket',
    [{ Action: 's3:GetObject', Resource: `${BUCKET}/*` }],
    call('s3:GetObject', `${BUCKET}/a/b`),
    true,
  ],
  [
    'the bucket itself, which is none of its objects',
    [{ Action: 's3:ListBucket', Resource: `${BUCKET}/*` }],
    call('s3:ListBucket', BUCKET),
    false,
  ],
  ['all resources of a call', [send], call('ses:SendEmail', ['arn:identity', 'arn:set'], FROM), true],
  [
    'one resource of two',
    [{ ...send, Resource: 'arn:identity' }],
    call('ses:SendEmail', ['arn:identity', 'arn:set'], FROM),
    false,
  ],
  ['a condition that does not hold', [send], call('ses:SendEmail', 'arn:set', { 'ses:FromAddress': 'a@b.org' }), false],
  ['a condition whose key is absent', [send], call('ses:SendEmail', 'arn:set'), false],
  [
    'what another statement denies',
    [items, { Effect: 'Deny', Action: '*', Resource: '*' }],
    call('dynamodb:GetItem', TABLE),
    false,
  ],
  [
    'what another statement denies elsewhere',
    [items, { Effect: 'Deny', Action: '*', Resource: `${TABLE}/*` }],
    call('dynamodb:GetItem', TABLE),
    true,
  ],
])('%s: allowed is %4$s', (_, statements, asked, expected) => {
  expect(isAllowed(asked, policy(...statements))).toBe(expected);
});

describe('what is not judged here is refused, not passed over', () => {
  test('an operator of a condition', () => {
    const statements = policy({ ...items, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } });
    expect(() => isAllowed(call('dynamodb:GetItem', TABLE), statements)).toThrow('IpAddress is not judged here');
  });

  test('a statement that says what it is not about', () => {
    expect(() => policy({ NotAction: 'iam:*', Resource: '*' })).toThrow('NotAction is not judged here');
    expect(() => policy({ Action: '*', NotResource: TABLE })).toThrow('NotResource is not judged here');
  });
});

test('every pair of action and resource is a grant, used or not', () => {
  const statements = policy({ ...items, Resource: [TABLE, `${TABLE}2`] }, send);
  const calls = [
    call('dynamodb:GetItem', TABLE),
    call('dynamodb:GetItem', TABLE),
    call('ses:SendEmail', ['arn:identity'], FROM),
  ];
  expect(countUses(statements, calls)).toEqual([
    { action: 'dynamodb:GetItem', resource: TABLE, calls: 2 },
    { action: 'dynamodb:GetItem', resource: `${TABLE}2`, calls: 0 },
    { action: 'dynamodb:Query', resource: TABLE, calls: 0 },
    { action: 'dynamodb:Query', resource: `${TABLE}2`, calls: 0 },
    { action: 'ses:SendEmail', resource: 'arn:identity', calls: 1 },
    { action: 'ses:SendEmail', resource: 'arn:set', calls: 0 },
  ]);
});
