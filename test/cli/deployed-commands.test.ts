import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamoClient } from '../../lib/aws/dynamo-client.ts';
import { createDynamoCoverageStore } from '../../lib/aws/dynamo-coverage-store.ts';
import { createDynamoEditionStore } from '../../lib/aws/dynamo-edition-store.ts';
import { createDynamoItemStore } from '../../lib/aws/dynamo-item-store.ts';
import { createDynamoRecordTable } from '../../lib/aws/dynamo-record-table.ts';
import { createDynamoSubscriberStore } from '../../lib/aws/dynamo-subscriber-store.ts';
import { deadLetterUrl } from '../../lib/local/create-queue.ts';
import { type Instance, openInstance } from '../../lib/local/instance.ts';
import { createLocalQueue } from '../../lib/local/local-queue.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { messageOf } from '../fakes/article-world.ts';
import { testSqsClient } from '../local/test-sqs-client.ts';
import { exampleRow } from '../records/stored-rows.ts';
import { type CloudFormationStub, startCloudFormation } from './cloud-formation-stub.ts';
import { accessOf, outputsOf, runIn } from './deployed-vigil.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { sampleSettings } from './sample-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-commands-'));
const coverage = sampleCoverage();
const lost = messageOf('lost');
const late = sampleSubscriber({
  subscriberId: '00000000000000a7',
  address: 'late@reader.example',
  zone: 'UTC',
  hour: 0,
});
/** Of this very day: of another it could not be sent any more. */
const edition = {
  ...{ editionId: `${late.subscriberId}/${new Date().toISOString().slice(0, 10)}`, subscriberId: late.subscriberId },
  ...{ localDate: new Date().toISOString().slice(0, 10), from: coverage.recordedAt, to: coverage.recordedAt },
};
let instance: Instance;
let cloudFormation: CloudFormationStub;
let proxy: RecordingProxy;

beforeAll(async () => {
  [instance, cloudFormation] = await Promise.all([
    openInstance({ dataDir: join(folder, 'data') }),
    startCloudFormation(),
  ]);
  proxy = await startRecordingProxy({ ...accessOf(instance.env), AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.url });
  cloudFormation.stacks = { Other: { status: 'UPDATE_COMPLETE', outputs: outputsThroughProxy() } };
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ version: 1, feeds: [sampleSettings] }));
  writeFileSync(join(folder, 'stories.jsonl'), '{"id":"a","text":"A text."}');
  writeFileSync(join(folder, 'text.txt'), 'A title\nA text about something else.');
  writeFileSync(join(folder, 'page.html'), `<title>A page</title><p>${'Some words of an article. '.repeat(40)}</p>`);
  writeFileSync(join(folder, 'feed.xml'), '<rss><channel><title>A feed</title></channel></rss>');
  writeFileSync(join(folder, 'calendar.json'), JSON.stringify({ version: 1, dates: [] }));
  writeFileSync(join(folder, 'readers.txt'), 'listed@reader.example\n');
  await fill();
});
afterAll(async () => {
  await instance?.close();
  await cloudFormation?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Queues are asked where their own address says, whatever the endpoint is. */
function outputsThroughProxy(): Record<string, string> {
  const [from, to] = [instance.env, proxy.env].map((env) => env.AWS_ENDPOINT_URL_SQS ?? '');
  const outputs = Object.entries(outputsOf(instance.env));
  return Object.fromEntries(outputs.map(([name, value]) => [name, value.replace(from ?? '', to ?? '')]));
}

/** One record, one verdict on it, one lost item, one reader of version 1, one dead letter. */
async function fill(): Promise<void> {
  const { env } = instance;
  Object.assign(process.env, accessOf(env));
  const dynamo = createDynamoClient();
  await createDynamoCoverageStore(dynamo, env.COVERAGE_TABLE ?? '').add(coverage);
  const tables = { items: env.ITEMS_TABLE ?? '', identities: env.IDENTITIES_TABLE ?? '' };
  const { articleId, feedId, url, canonicalUrl, title } = lost;
  await createDynamoItemStore(dynamo, tables, () => new Date()).addItem({
    ...{ schemaVersion: 1, articleId, feedId, url, canonicalUrl, title, state: 'queued', trace: [] },
    firstSeenAt: new Date().toISOString(),
    expiresAt: Math.floor(Date.now() / 1000) + 86_400,
  } as never);
  await createDynamoRecordTable(dynamo, 'subscribers', env.SUBSCRIBERS_TABLE ?? '').add(exampleRow('v1/subscribers'));
  const feedbackTable = createDynamoRecordTable(dynamo, 'feedback', env.FEEDBACK_TABLE ?? '');
  await feedbackTable.add({ ...exampleRow('v1/feedback'), articleId: coverage.articleId });
  const accessTable = createDynamoRecordTable(dynamo, 'access', env.ACCESS_TABLE ?? '');
  for (const name of ['v1/access.session', 'v1/access.token']) await accessTable.add(exampleRow(name));
  dynamo.destroy();
  await createDynamoSubscriberStore(dynamo, env.SUBSCRIBERS_TABLE ?? '').add(late);
  const editions = createDynamoEditionStore(dynamo, env.EDITIONS_TABLE ?? '');
  await editions.open({ ...edition, schemaVersion: 1, state: 'building', createdAt: new Date().toISOString() });
  await editions.retireSend(edition.editionId, 'MessageRejected');
  await editions.finish(edition.editionId, 'expired');
  await archive('put');
  const sqs = testSqsClient(env);
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: deadLetterUrl(env.ARTICLES_QUEUE_URL ?? ''),
      MessageBody: JSON.stringify(messageOf('dead')),
      MessageGroupId: 'news.example.org',
      MessageDeduplicationId: 'dead',
    }),
  );
  sqs.destroy();
}

/** The one object of the archive, there and gone again. */
async function archive(what: 'put' | 'delete'): Promise<void> {
  const s3 = new S3Client({ forcePathStyle: true });
  const Key = `articles/${createHash('sha256').update('{}').digest('hex')}.json`;
  const object = { Bucket: instance.env.ARCHIVE_BUCKET, Key };
  if (what === 'put') await s3.send(new PutObjectCommand({ ...object, Body: '{}' }));
  else await s3.send(new DeleteObjectCommand(object));
  s3.destroy();
}

type End = { code: number; out: string | RegExp };
const done = (out: string | RegExp = /./): End => ({ code: 0, out });
const READER = 'reader@reader.example';

/** Every command that there is, in an order in which each finds something to do. */
const commands: Readonly<Record<string, readonly [args: readonly string[], end: End][]>> = {
  'feeds import': [[['feeds.json', '--json'], done(/"added": 1/)]],
  'feeds list': [[['--json'], done(/Example News/)]],
  'feeds export': [[[], done(/news\.example\.org/)]],
  'feeds pause': [[[sampleSettings.url], done(/^paused/)]],
  'feeds resume': [[[sampleSettings.url], done(/^resumed/)]],
  // Nothing answers there: what is shown is that it asks from here, by the rules of the deployed functions.
  'feeds test': [[['http://10.0.0.1/feed'], { code: 1, out: '' }]],
  'feeds add': [[['http://10.0.0.1/feed'], { code: 1, out: '' }]],
  run: [[['--once', '--json'], done(/"queued": 1/)]],
  redrive: [
    [['articles', '--dry-run'], done(/^articles: 1 would be moved \(1 article\)/)],
    [['--json'], done(/"moved": 1/)],
  ],
  replay: [
    [['--since', '1d', '--dry-run', '--json'], done(/"total": 1/)],
    [['--since', '1d', '--json'], done(/"total": 1/)],
  ],
  reclassify: [
    [['--since', '2026-01-01', '--dry-run', '--json'], done(/"coverage": 1/)],
    [['--since', '2026-01-01', '--json'], done(/"isWhole": true/)],
  ],
  migrate: [
    [['--dry-run', '--json'], done(/"older": 1/)],
    [['--json'], done(/"subscribers": 1/)],
  ],
  backup: [[['kept', '--archive', '--json'], done(/"from": "stack Other"/)]],
  restore: [
    [['kept', '--dry-run', '--json'], done(/"dryRun": true/)],
    [['kept', '--json'], done(/"written": 1/)],
  ],
  query: [[['--from', coverage.day, '--to', coverage.day, '--json'], done(new RegExp(coverage.articleId))]],
  explain: [[[lost.url, '--json'], done(/sent again by the operator/)]],
  'digest send': [
    [['--to', 'desk@reader.example', '--test'], done(/^sent to desk@reader\.example: \[test\] /)],
    [['--to', READER, '--test'], { code: 1, out: '' }],
  ],
  'digest status': [[['--json'], done(/"end": "failed"/)]],
  'digest resend': [
    [['--edition', edition.localDate, '--to', 'late@reader.example'], done(/^given back/)],
    [['--edition', edition.localDate, '--to', READER], { code: 1, out: '' }],
  ],
  'digest preview': [[['--date', coverage.recordedDay, '--out', 'preview', '--json'], done(/preview/)]],
  'digest verify': [
    [
      ['--from', `${coverage.recordedDay}T00:00:00Z`, '--to', `${coverage.recordedDay}T23:59:59Z`, '--json'],
      done(/"articles": 1/),
    ],
    // The record names an object that was never put.
    [
      ['--from', `${coverage.recordedDay}T00:00:00Z`, '--to', `${coverage.recordedDay}T23:59:59Z`, '--archive'],
      { code: 1, out: /^[0-9a-f]{64}/ },
    ],
  ],
  'subscribers add': [[['new@reader.example'], done(/^added/)]],
  'subscribers invite': [[['invited@reader.example', '--language', 'fa'], done(/^invited/)]],
  'subscribers import': [[['readers.txt', '--json'], done(/"invited": 1/)]],
  'subscribers list': [[['--json'], done(/new@reader\.example/)]],
  'subscribers set': [
    [['new@reader.example', '--frequency', 'weekly', '--theme', 'denial'], done(/^set .*weekly from Monday/)],
    [['new@reader.example', '--hour', '25'], { code: 2, out: '' }],
  ],
  'subscribers show': [[['new@reader.example'], done(/Your filters: denial/)]],
  'subscribers rotate': [[['new@reader.example'], done(/^rotated/)]],
  'subscribers export': [[[], done(/"frequency": "weekly"/)]],
  'subscribers pause': [[['new@reader.example', '--reason', 'on leave'], done(/^paused/)]],
  'subscribers resume': [
    [['new@reader.example'], done(/^resumed/)],
    [[READER], { code: 1, out: '' }],
  ],
  'subscribers remove': [[[READER], done(/^removed/)]],
  'tokens add': [[['export', '--scope', 'coverage:read'], done()]],
  'tokens list': [[['--json'], done(/nightly-export/)]],
  'tokens revoke': [
    [['5555555555555555'], done(/^revoked/)],
    [['0000000000000000'], { code: 1, out: '' }],
  ],
  'sessions list': [[['--json'], done(/staff@reader\.example/)]],
  'sessions end': [[['staff@reader.example'], done()]],
  cost: [[['--json'], done(/"stages"|"month"|\{/)]],
  doctor: [[['--json'], { code: 1, out: /"check": "stack",\s+"state": "ok"/ }]],
  'calendar check': [[['--calendar', 'calendar.json'], done(/^0 dates/)]],
  'calendar add': [
    [
      [
        ...['hearing', '--id', 'appeal-opens', '--date', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)],
        ...['--name', 'The appeal opens', '--name-fa', 'آغاز رسیدگی در تجدیدنظر', '--court', 'Court of Appeal'],
        ...['--place', 'Stockholm', '--source', 'https://court.example/list'],
      ],
      done(/^added appeal-opens/),
    ],
    [
      [
        ...['anniversary', '--calendar', 'calendar.json', '--id', 'a-day', '--date', '1405-09-12', '--every-year'],
        ...['--name', 'A sample day', '--name-fa', 'یک روز نمونه', '--source', 'https://news.example.org/'],
      ],
      done(/^added a-day/),
    ],
  ],
  'calendar list': [
    [['--json'], done(/"id": "appeal-opens"[\s\S]*"origin": "added"/)],
    [['--calendar', 'calendar.json', '--json'], done(/^\[/)],
  ],
  'calendar remove': [
    [['appeal-opens'], done(/^removed appeal-opens/)],
    [['noury-swap'], { code: 1, out: '' }],
  ],
  'rules check': [[['--json'], done()]],
  'rules test': [[['--since', '365d', '--json'], done(/"stored"/)]],
  'rules propose': [[['--json'], done(/too few labels: 0 relevant and 0 not/)]],
  'feedback list': [[[], done(/reader-0123456789abcdef .* wrong-theme/)]],
  'feedback export': [[['--json'], done(/^\[\]/)]],
  'parse-feed': [[['feed.xml', '--json'], done(/A feed/)]],
  extract: [[['page.html', '--json'], done(/Some words/)]],
  classify: [[['text.txt', '--json'], done(/off-topic/)]],
  stories: [[['--in', 'stories.jsonl'], done(/"storyId":"a"/)]],
  'feeds remove': [[[sampleSettings.url], done(/^removed/)]],
};

/** What a command may need besides what it needed here. */
const UNSEEN: Readonly<Record<string, string[]>> = {
  // No feed answers at an address that it may reach here.
  'feeds add': ['dynamodb:PutItem'],
  // With --update.
  'feeds import': ['dynamodb:UpdateItem'],
  // With --address.
  'subscribers set': ['dynamodb:GetItem', 'dynamodb:PutItem'],
  // The key by which mailboxes are known, where no mail has made it yet; and a complaint that outlives its reader.
  'subscribers resume': ['dynamodb:PutItem'],
  'subscribers remove': ['dynamodb:PutItem'],
  // With --wait.
  run: ['sqs:GetQueueAttributes'],
  // Of an item that had an end.
  replay: ['dynamodb:PutItem'],
  // Of an article whose labels are others now, and of its story.
  reclassify: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  // A row that was written to while it was rewritten.
  migrate: ['dynamodb:BatchGetItem'],
};

/** Commands that tell what they found before they say that it is not well. */
const FINDERS = new Set(['doctor', 'digest verify']);

/** Every command that needs a stack asks for it first. */
const FIND_STACK = 'cloudformation:DescribeStacks';

const DOCS = join(import.meta.dirname, '../../docs');

/** The table of docs/deploy.md: command → actions of IAM. */
function documentedActions(): Map<string, string[]> {
  const rows = readFileSync(join(DOCS, 'deploy.md'), 'utf8').matchAll(
    /^\| (`.*`) \| ([a-z0-9]+:\w+(?:, [a-z0-9]+:\w+)*) \|$/gm,
  );
  const entries = [...rows].flatMap(([, names = '', actions = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, actions.split(', ')] as const),
  );
  return new Map(entries);
}

test('the policy that is there to be copied allows what the commands need, and nothing else', () => {
  const policy = JSON.parse(readFileSync(join(DOCS, 'operator-policy.json'), 'utf8'));
  const allowed: string[] = policy.Statement.flatMap(({ Action }: { Action: string[] }) => Action);
  expect(allowed.toSorted()).toEqual([...new Set([FIND_STACK, ...[...documentedActions().values()].flat()])].sort());
});

/** The names of a program's commands, of their own help; those of groups with their group before them. */
async function commandNames(group: readonly string[] = []): Promise<string[]> {
  const { out } = await runIn(folder, [...group, '--help'], {});
  const [, listed] = out.split('\nCommands:\n');
  const names = [...(listed ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name ?? '');
  const own = names.filter((name) => name !== 'help');
  if (own.length === 0) return [group.join(' ')];
  return (await Promise.all(own.map((name) => commandNames([...group, name])))).flat();
}

test('every command there is stands in the table of this test', async () => {
  expect((await commandNames()).sort()).toEqual(Object.keys(commands).sort());
}, 120_000);

test('every command works on a deployed stack, or says in one line why it does not', async () => {
  const asked: [command: string, actions: string[]][] = [];
  for (const [command, uses] of Object.entries(commands)) {
    if (command === 'restore') await archive('delete');
    for (const [args, { code, out }] of uses) {
      const end = await runIn(folder, ['--stack', 'Other', ...command.split(' '), ...args], proxy.env);
      expect([command, args, end.code, end.err]).toEqual([
        command,
        args,
        code,
        expect.not.stringContaining('unexpected'),
      ]);
      expect(end.out).toMatch(out);
      if (code !== 0 && !FINDERS.has(command))
        expect([command, end.err.split('\n')]).toEqual([command, [expect.anything()]]);
    }
    asked.push([command, proxy.takeActions()]);
  }
  const told = documentedActions();
  expect(asked.map(([command]) => command)).toEqual(expect.arrayContaining([...told.keys()]));
  const measured = asked.map(([command, actions]) => {
    const unseen = (UNSEEN[command] ?? []).filter((action) => !actions.includes(action));
    return [command, [...actions.filter((action) => action !== FIND_STACK), ...unseen].sort()];
  });
  expect(measured).toEqual(asked.map(([command]) => [command, told.get(command) ?? []]));
  const fromFiles = asked.filter(([, actions]) => actions.length === 0).map(([command]) => command);
  expect(fromFiles).toEqual(['calendar check', ...['rules check', 'parse-feed', 'extract', 'classify', 'stories']]);
  const sqs = testSqsClient(instance.env);
  const queue = createLocalQueue(sqs, instance.env.ARTICLES_QUEUE_URL ?? '');
  expect([await queue.depth(), await queue.deadLetters()]).toEqual([2, 0]);
  sqs.destroy();
}, 480_000);
