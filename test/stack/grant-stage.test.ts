import { expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { grantsOf, synthesise } from './synthesised-stack.ts';

const template = synthesise();
const namesOf = (grants: readonly string[], pattern: RegExp) =>
  grants.flatMap((grant) => pattern.exec(grant)?.[1]?.toLowerCase() ?? []).sort();

const VERBS: Record<string, string> = {
  GetItem: 'get',
  BatchGetItem: 'batch-get',
  Query: 'query',
  PutItem: 'put',
  UpdateItem: 'update',
  DeleteItem: 'delete',
};

test.each(stages)('the role of $name does with tables, queues, archive and mail what its row says', (stage) => {
  const grants = grantsOf(template, stage.name);
  const onTables = grants.flatMap((grant) => {
    const [, verb = '', table = '', index] = /^dynamodb:(\w+) Tables(\w+)\.Arn(?:\/index\/(\w+))?$/.exec(grant) ?? [];
    return verb ? [`${table.toLowerCase()}: ${VERBS[verb]}${index ? ` ${index}` : ''}`] : [];
  });
  const inArchive = grants.flatMap((grant) => {
    const [, verb, folder] = /^s3:(Get|Put)Object Archive\.Arn\/(\w+)\/\*$/.exec(grant) ?? [];
    return verb ? [`${folder}: ${verb.toLowerCase()}`] : [];
  });
  const wanted = Object.entries(stage.tables).flatMap(([table, accesses]) =>
    (accesses as readonly string[]).map((access) => `${table}: ${access}`),
  );
  expect({
    tables: onTables.sort(),
    sends: namesOf(grants, /^sqs:SendMessage Queues(\w+)\.Arn$/),
    receives: namesOf(grants, /^sqs:ReceiveMessage Queues(\w+)\.Arn$/),
    archive: inArchive.sort(),
    sendsMail: grants.some((grant) => grant.startsWith('ses:')),
  }).toEqual({
    tables: wanted.sort(),
    sends: [...stage.sends],
    receives: stage.trigger.kind === 'queue' ? [stage.trigger.queue.replace('-', '')] : [],
    archive: Object.entries(stage.archive)
      .flatMap(([folder, accesses]) => accesses.map((access: string) => `${folder}: ${access}`))
      .sort(),
    sendsMail: stage.sendsMail,
  });
});

test.each(['fetch-feed', 'read-article'])(
  '%s, which reads strangers’ bytes, reaches neither readers nor mail',
  (name) => {
    const grants = grantsOf(template, name);
    expect(grants.filter((grant) => /ses:|secretsmanager:|Subscribers|editions/i.test(grant))).toEqual([]);
    expect(grants).toContain(`sqs:ChangeMessageVisibility Queues${name === 'fetch-feed' ? 'Feeds' : 'Articles'}.Arn`);
  },
);

test('fetch-feed may do this and no more', () => {
  const onTables = {
    Feeds: ['GetItem', 'UpdateItem'],
    Identities: ['BatchGetItem', 'GetItem', 'PutItem'],
    Items: ['BatchGetItem', 'PutItem'],
    Usage: ['UpdateItem'],
  };
  const consume = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'];
  expect(grantsOf(template, 'fetch-feed')).toEqual(
    [
      ...Object.entries(onTables).flatMap(([table, actions]) =>
        actions.map((action) => `dynamodb:${action} Tables${table}.Arn`),
      ),
      'sqs:SendMessage QueuesArticles.Arn',
      ...consume.map((action) => `sqs:${action} QueuesFeeds.Arn`),
      'logs:CreateLogStream FetchFeedLogs.Arn',
      'logs:PutLogEvents FetchFeedLogs.Arn',
      'xray:PutTelemetryRecords *',
      'xray:PutTraceSegments *',
    ].sort(),
  );
});

test('mail goes out from the sender’s identity only', () => {
  const grants = grantsOf(template, 'send-digests').filter((grant) => grant.startsWith('ses:'));
  const own = 'arn:AWS::Partition:ses:AWS::Region:AWS::AccountId';
  expect(grants).toEqual([
    `ses:SendEmail ${own}:configuration-set/MailRules`,
    `ses:SendEmail ${own}:identity/MailSender`,
  ]);
  expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain(
    '{"StringEquals":{"ses:FromAddress":"digest@vigil.example"}}',
  );
});

test('the only wildcards of a role are the objects of a folder of the archive, named by hashes, and traces, which have no name', () => {
  const wide = stages.flatMap(({ name }) => grantsOf(template, name).filter((grant) => grant.includes('*')));
  expect([...new Set(wide)].sort()).toEqual([
    's3:GetObject Archive.Arn/articles/*',
    's3:GetObject Archive.Arn/editions/*',
    's3:PutObject Archive.Arn/articles/*',
    's3:PutObject Archive.Arn/editions/*',
    's3:PutObject Archive.Arn/pages/*',
    'xray:PutTelemetryRecords *',
    'xray:PutTraceSegments *',
  ]);
  const managed = Object.values(template.findResources('AWS::IAM::Role')).map(
    ({ Properties }) => Properties.ManagedPolicyArns,
  );
  expect(new Set(managed)).toEqual(new Set([undefined]));
});
