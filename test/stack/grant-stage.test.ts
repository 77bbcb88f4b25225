import { expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { grantsOf, synthesise } from './synthesised-stack.ts';

const template = synthesise();
const namesOf = (grants: readonly string[], pattern: RegExp) =>
  grants.flatMap((grant) => pattern.exec(grant)?.[1]?.toLowerCase() ?? []).sort();

test.each(stages)('the role of $name reads, writes and sends what its row says', (stage) => {
  const grants = grantsOf(template, stage.name);
  const [mayGet, mayPut] = ['s3:GetObject', 's3:PutObject'].map((action) => grants.includes(`${action} Archive.Arn/*`));
  expect({
    reads: namesOf(grants, /^dynamodb:GetItem Tables(\w+)\.Arn$/),
    queries: namesOf(grants, /^dynamodb:Query Tables(\w+)\.Arn$/),
    writes: namesOf(grants, /^dynamodb:PutItem Tables(\w+)\.Arn$/),
    updates: namesOf(grants, /^dynamodb:UpdateItem Tables(\w+)\.Arn$/),
    sends: namesOf(grants, /^sqs:SendMessage Queues(\w+)\.Arn$/),
    receives: namesOf(grants, /^sqs:ReceiveMessage Queues(\w+)\.Arn$/),
    archive: mayGet ? (mayPut ? 'read-write' : 'read') : mayPut ? 'write' : 'none',
    sendsMail: grants.some((grant) => grant.startsWith('ses:')),
  }).toEqual({
    reads: [...stage.reads].sort(),
    queries: [...stage.reads].sort(),
    writes: [...stage.writes].sort(),
    updates: [...stage.writes].sort(),
    sends: [...stage.sends],
    receives: stage.trigger.kind === 'queue' ? [stage.trigger.queue] : [],
    archive: stage.archive,
    sendsMail: stage.sendsMail,
  });
});

test.each(['fetch-feed', 'read-article'])(
  '%s, which reads strangers’ bytes, reaches neither readers nor mail',
  (name) => {
    const grants = grantsOf(template, name);
    expect(grants.filter((grant) => /ses:|secretsmanager:|Subscribers|Editions/.test(grant))).toEqual([]);
    expect(grants).toContain(`sqs:ChangeMessageVisibility Queues${name === 'fetch-feed' ? 'Feeds' : 'Articles'}.Arn`);
  },
);

test('fetch-feed may do this and no more', () => {
  const own = ['TablesFeeds', 'TablesIdentities', 'TablesItems'];
  const actions = ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'];
  const consume = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'];
  expect(grantsOf(template, 'fetch-feed')).toEqual(
    [
      ...actions.flatMap((action) => own.map((table) => `dynamodb:${action} ${table}.Arn`)),
      'dynamodb:Query TablesFeeds.Arn/index/byState',
      'sqs:SendMessage QueuesArticles.Arn',
      ...consume.map((action) => `sqs:${action} QueuesFeeds.Arn`),
      'logs:CreateLogStream FetchFeedLogs.Arn',
      'logs:PutLogEvents FetchFeedLogs.Arn',
    ].sort(),
  );
});

test('mail goes out from the sender’s identity only', () => {
  const grants = grantsOf(template, 'send-digests').filter((grant) => grant.startsWith('ses:'));
  expect(grants).toEqual(['ses:SendEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/Sender']);
  expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain(
    '{"StringEquals":{"ses:FromAddress":"digest@vigil.example"}}',
  );
});

test('the only wildcard of a role is the objects of the archive, named by hashes that nobody knows before', () => {
  const wide = stages.flatMap(({ name }) => grantsOf(template, name).filter((grant) => grant.includes('*')));
  expect(new Set(wide)).toEqual(new Set(['s3:GetObject Archive.Arn/*', 's3:PutObject Archive.Arn/*']));
  const managed = Object.values(template.findResources('AWS::IAM::Role')).map(
    ({ Properties }) => Properties.ManagedPolicyArns,
  );
  expect(managed).toEqual(stages.map(() => undefined));
});
