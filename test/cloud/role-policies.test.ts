import { describe, expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { synthesise } from '../stack/synthesised-stack.ts';
import { arnOf } from './account.ts';
import { createCallLedger } from './call-ledger.ts';
import { isAllowed } from './judge-call.ts';
import { findIdleGrants, findMissingGrants, judgeRoles } from './judge-roles.ts';
import { createPhysicalNames } from './physical-names.ts';
import { resolveValue } from './resolve-value.ts';
import { type Role, readRoles } from './role-policies.ts';
import { resourcesOfType, type TemplateDocument } from './template-document.ts';

const template = synthesise().toJSON() as TemplateDocument;
const names = createPhysicalNames(template, { sqsUrl: 'http://sqs.invalid' });
const resolve = (value: unknown) => resolveValue(value, { names, secret: () => 'secret' });
const roles = readRoles(template, resolve);

function roleOf(stage: string): Role {
  const found = roles.find(({ id }) => id.startsWith(`${constructId(stage)}Role`));
  if (!found) throw new Error(`no role of ${stage}`);
  return found;
}

/** ARNs of the template's resources of a type, with what lies below each. */
const arnsOf = (type: string, attribute: string, below = '') =>
  resourcesOfType(template, type).map(([id]) => `${resolve({ 'Fn::GetAtt': [id, attribute] })}${below}`);

const tablesOf = (pattern: RegExp) => arnsOf('AWS::DynamoDB::Table', 'Arn').filter((arn) => pattern.test(arn));

describe.each(['fetch-feed', 'read-article'])('%s, which reads strangers’ bytes,', (stage) => {
  const { statements } = roleOf(stage);
  const reached = (actions: readonly string[], resources: readonly string[]) =>
    actions.flatMap((action) =>
      resources
        .filter((resource) =>
          isAllowed(
            { action, resources: [resource], conditions: { 'ses:FromAddress': 'digest@vigil.example' } },
            statements,
          ),
        )
        .map((resource) => `${action} ${resource}`),
    );

  test('cannot send mail', () => {
    const senders = ['identity/digest@vigil.example', 'identity/vigil.example', 'configuration-set/any'].map((name) =>
      arnOf('ses', name),
    );
    expect(reached(['ses:SendEmail', 'ses:SendRawEmail', 'ses:SendBulkEmail'], senders)).toEqual([]);
  });

  test('cannot read or change readers, their editions or who may open the page', () => {
    const personal = tablesOf(/Subscribers|Editions|Access/);
    expect(personal.length).toBe(3);
    const everything = [
      'GetItem',
      'BatchGetItem',
      'Query',
      'Scan',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'BatchWriteItem',
    ];
    const withIndexes = personal.flatMap((arn) => [arn, `${arn}/index/byKind`, `${arn}/index/byCreation`]);
    expect(
      reached(
        everything.map((action) => `dynamodb:${action}`),
        withIndexes,
      ),
    ).toEqual([]);
  });

  test('cannot read the archive, its list, or a secret', () => {
    const [bucket = ''] = arnsOf('AWS::S3::Bucket', 'Arn');
    expect(reached(['s3:GetObject', 's3:ListBucket'], [bucket, `${bucket}/editions/a.html`])).toEqual([]);
    const secrets = resourcesOfType(template, 'AWS::SecretsManager::Secret').map(([id]) =>
      String(resolve({ Ref: id })),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(reached(['secretsmanager:GetSecretValue'], secrets)).toEqual([]);
  });
});

test('the same questions find what other stages may do, so that they can find it', () => {
  const asks = (stage: string, action: string, resources: string[]) =>
    isAllowed(
      { action, resources, conditions: { 'ses:FromAddress': 'digest@vigil.example' } },
      roleOf(stage).statements,
    );
  expect(asks('send-digests', 'dynamodb:Query', tablesOf(/Subscribers/))).toBe(true);
  expect(asks('send-digests', 'ses:SendEmail', [arnOf('ses', 'identity/digest@vigil.example')])).toBe(true);
  expect(asks('web', 's3:ListBucket', arnsOf('AWS::S3::Bucket', 'Arn'))).toBe(true);
});

test('only the service that runs it may take on a role', () => {
  expect(roles.map(({ id, trusted }) => [id.replace(/[0-9A-F]{8}$/, ''), trusted])).toEqual([
    ['SchedulesRole', ['scheduler.amazonaws.com']],
    ...stages.map(({ name }) => [`${constructId(name)}Role`, ['lambda.amazonaws.com']]),
  ]);
});

describe('a run is judged both ways', () => {
  const { id, statements } = roleOf('poll-feeds');
  const [table = ''] = tablesOf(/Feeds/);
  const query = { action: 'dynamodb:Query', resources: [`${table}/index/byState`], conditions: {} };
  const judge = (judged: Role, notes: Parameters<typeof findIdleGrants>[1] = []) => {
    const ledger = createCallLedger([judged]);
    ledger.authorise(id, query);
    const proofs = judgeRoles({ roles: [judged], ledger }, notes);
    return [...findMissingGrants(proofs), ...findIdleGrants(proofs, notes)];
  };
  const only = statements.filter(({ actions }) => actions.includes('dynamodb:Query'));

  test('a role of just what was called is as it should be', () => {
    expect(judge({ id, statements: only, trusted: [] })).toEqual([]);
  });

  test('a grant that was taken away is missed', () => {
    expect(judge({ id, statements: [], trusted: [] })).toEqual([
      `PollFeedsRole may not dynamodb:Query ${table}/index/byState`,
    ]);
  });

  test('a grant that nothing used is found, unless it is noted; a note on nothing is found too', () => {
    const idle = { effect: 'Allow', actions: ['dynamodb:Scan'], resources: [table], conditions: {} } as const;
    const wide = { id, statements: [...only, idle], trusted: [] };
    const note = { role: 'PollFeedsRole', action: 'dynamodb:Scan', reason: 'for the test' };
    expect(judge(wide)).toEqual([`PollFeedsRole may dynamodb:Scan ${table}, and never does`]);
    expect(judge(wide, [note])).toEqual([]);
    expect(judge({ ...wide, statements: only }, [note])).toEqual([
      'the note on dynamodb:Scan of PollFeedsRole speaks of no unused grant',
    ]);
  });
});
