import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { queues, stages, tables } from '../../lib/pipeline.ts';
import { Settings } from '../../lib/settings.ts';
import { environmentOf, render, resourceOfStage, resourcesOf, synthesise } from './synthesised-stack.ts';

const template = synthesise();
const idOf = (name: string) => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

test('every row of the pipeline is one function with its time-out and memory', () => {
  const made = resourcesOf(template, 'AWS::Lambda::Function').map(({ Properties }) => ({
    does: Properties.Description,
    timeoutSeconds: Properties.Timeout,
    memoryMegabytes: Properties.MemorySize,
    runsOn: [Properties.Runtime, Properties.Architectures].flat(),
    handler: Properties.Handler,
  }));
  expect(made).toEqual(
    stages.map(({ does, timeoutSeconds, memoryMegabytes }) => ({
      does,
      timeoutSeconds,
      memoryMegabytes,
      runsOn: ['nodejs24.x', 'arm64'],
      handler: 'handler.handler',
    })),
  );
});

test('every row is started by its trigger and by nothing else', () => {
  const rules = resourcesOf(template, 'AWS::Events::Rule').map(({ Properties }) => {
    const [target, ...others] = Properties.Targets as { Arn: unknown; Input?: unknown }[];
    const starts = render(target?.Arn);
    return [starts, { rate: Properties.ScheduleExpression, input: target?.Input, others }];
  });
  const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(({ Properties: source }) => [
    `${render(source.FunctionName)}.Arn`,
    {
      queue: render(source.EventSourceArn),
      batchSize: source.BatchSize,
      scaling: source.ScalingConfig,
      answers: source.FunctionResponseTypes,
    },
  ]);
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(({ Properties: integration }) => [
    render(integration.IntegrationUri),
    { payload: integration.PayloadFormatVersion },
  ]);
  const wanted = stages.map(({ name, trigger }): [string, unknown] => {
    const starts = `${idOf(name)}Function.Arn`;
    if (trigger.kind === 'http') return [starts, { payload: '2.0' }];
    if (trigger.kind === 'schedule') return [starts, { rate: `rate(${trigger.everyMinutes} minutes)`, others: [] }];
    const { queue, batchSize, maxConcurrency } = trigger;
    const scaling = { MaximumConcurrency: maxConcurrency };
    return [starts, { queue: `Queues${idOf(queue)}.Arn`, batchSize, scaling, answers: ['ReportBatchItemFailures'] }];
  });
  const made = [...rules, ...sources, ...routes];
  expect(made).toHaveLength(stages.length);
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(wanted));
  expect(resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)).toEqual([
    '$default',
  ]);
  const starters = resourcesOf(template, 'AWS::Lambda::Permission').map(({ Properties }) => Properties.Principal);
  expect(starters.sort()).toEqual(['apigateway.amazonaws.com', 'events.amazonaws.com', 'events.amazonaws.com']);
});

describe('the environment', () => {
  const required = Settings.safeParse({}).error?.issues.map((issue) => String(issue.path[0])) ?? [];

  test.each(stages.map(({ name }) => name))(
    'of %s holds every required key of Settings and is accepted by it',
    (name) => {
      const environment = environmentOf(template, name);
      expect(required.length).toBeGreaterThan(10);
      expect(Object.keys(environment).sort()).toEqual([...required, 'NODE_OPTIONS'].sort());
      // What CloudFormation puts in place of references to queues, to the page's address and to the stack.
      const resolved = Object.entries(environment).map(([key, value]) => {
        if (key.endsWith('_URL') && !value.includes(':')) return [key, `https://${value.toLowerCase()}`];
        return [key, value.replace('AWS::StackId', `arn:aws:cloudformation:us-east-1:1:stack/Vigil/${'0'.repeat(36)}`)];
      });
      expect(Settings.safeParse(Object.fromEntries(resolved)).error).toBeUndefined();
    },
  );

  test('gives every function the resource that the key names', () => {
    const { FEEDS_TABLE, COVERAGE_TABLE, ARTICLES_QUEUE_URL, ARCHIVE_BUCKET, PUBLIC_URL, SENDER_ADDRESS } =
      environmentOf(synthesise({ context: { sender: 'digest@monitor.org' } }), 'web');
    expect({ FEEDS_TABLE, COVERAGE_TABLE, ARTICLES_QUEUE_URL, ARCHIVE_BUCKET, PUBLIC_URL, SENDER_ADDRESS }).toEqual({
      FEEDS_TABLE: 'TablesFeeds',
      COVERAGE_TABLE: 'TablesCoverage',
      ARTICLES_QUEUE_URL: 'QueuesArticles',
      ARCHIVE_BUCKET: 'Archive',
      PUBLIC_URL: 'Page.ApiEndpoint',
      SENDER_ADDRESS: 'digest@monitor.org',
    });
  });

  test('holds the secrets only where the page is served and mail is sent', () => {
    const secret = (id: string) => `{{resolve:secretsmanager:${id}:SecretString:::}}`;
    const nothing = 'opens-and-signs-nothing:AWS::StackId';
    const secrets = stages.map(({ name }) => {
      const { PAGE_TOKEN, SIGNING_KEY } = environmentOf(template, name);
      return [name, PAGE_TOKEN, SIGNING_KEY];
    });
    expect(secrets).toEqual([
      ['poll-feeds', nothing, nothing],
      ['fetch-feed', nothing, nothing],
      ['read-article', nothing, nothing],
      ['send-digests', nothing, secret('SecretsSigningKey')],
      ['web', secret('SecretsPageToken'), secret('SecretsSigningKey')],
    ]);
  });
});

describe('private addresses', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('cannot be opened by the operator’s environment or context', () => {
    vi.stubEnv('ALLOWED_ORIGINS', 'http://169.254.169.254');
    const opened = synthesise({
      context: { ALLOWED_ORIGINS: 'http://169.254.169.254', allowedOrigins: 'http://[::1]' },
    });
    expect(opened.toJSON()).toEqual(template.toJSON());
    expect(JSON.stringify(template.toJSON())).not.toContain('ALLOWED_ORIGINS');
  });

  test('cannot be opened by a change of the stack', () => {
    const alter = (stack: Parameters<NonNullable<NonNullable<Parameters<typeof synthesise>[0]>['alter']>>[0]) => {
      const [first] = stack.node.findAll().filter((construct) => CfnFunction.isCfnFunction(construct));
      if (first) first.environment = { variables: { ALLOWED_ORIGINS: 'http://127.0.0.1' } };
    };
    expect(() => synthesise({ alter })).toThrow(/PollFeeds.* sets ALLOWED_ORIGINS/);
  });
});

test('every table of the pipeline has its keys and outlives the stack', () => {
  const made = resourcesOf(template, 'AWS::DynamoDB::Table').map(({ id, Properties, ...policies }) => {
    const indexes = (Properties.GlobalSecondaryIndexes ?? []) as { IndexName: string; KeySchema: Key[] }[];
    return {
      id,
      keys: keysOf(Properties.KeySchema as Key[]),
      indexes: Object.fromEntries(indexes.map(({ IndexName, KeySchema }) => [IndexName, keysOf(KeySchema)])),
      timeToLive: Properties.TimeToLiveSpecification,
      kept: [
        policies.DeletionPolicy,
        policies.UpdateReplacePolicy,
        Properties.DeletionProtectionEnabled,
        Properties.PointInTimeRecoverySpecification,
        Properties.BillingMode,
      ],
    };
  });
  expect(made).toEqual(
    Object.entries(tables).map(([name, shape]) => ({
      id: `Tables${idOf(name)}`,
      keys: [shape.partitionKey, ...('sortKey' in shape ? [shape.sortKey] : [])],
      indexes: Object.fromEntries(
        Object.entries(shape.indexes).map(([index, { partitionKey, sortKey }]) => [index, [partitionKey, sortKey]]),
      ),
      timeToLive: 'timeToLive' in shape ? { AttributeName: shape.timeToLive, Enabled: true } : undefined,
      kept: ['Retain', 'Retain', true, { PointInTimeRecoveryEnabled: true }, 'PAY_PER_REQUEST'],
    })),
  );
});

interface Key {
  AttributeName: string;
}
const keysOf = (schema: readonly Key[]) => schema.map(({ AttributeName }) => AttributeName);

test('every queue is first in, first out, encrypted, patient, and has a dead-letter queue', () => {
  const made = resourcesOf(template, 'AWS::SQS::Queue').map(({ id, Properties: queue }) => {
    const redrive = queue.RedrivePolicy as { deadLetterTargetArn: unknown; maxReceiveCount: number } | undefined;
    return {
      id,
      isFifo: queue.FifoQueue,
      isEncrypted: queue.SqsManagedSseEnabled,
      visibilitySeconds: queue.VisibilityTimeout,
      retentionDays: Number(queue.MessageRetentionPeriod) / 86_400,
      redrive: redrive && [render(redrive.deadLetterTargetArn), redrive.maxReceiveCount],
    };
  });
  const always = { isFifo: true, isEncrypted: true };
  expect(made).toEqual(
    Object.entries(queues).flatMap(([name, { visibilitySeconds, retentionDays, maxReceives }]) => {
      const [id, deadLetters] = [`Queues${idOf(name)}`, `Queues${idOf(name)}DeadLetters`];
      return [
        { id: deadLetters, ...always, visibilitySeconds: undefined, retentionDays: 14, redrive: undefined },
        { id, ...always, visibilitySeconds, retentionDays, redrive: [`${deadLetters}.Arn`, maxReceives] },
      ];
    }),
  );
});

test('a message stays hidden for six times the time-out of its reader', () => {
  for (const { name, trigger, timeoutSeconds } of stages) {
    if (trigger.kind !== 'queue') continue;
    const queue = resourcesOf(template, 'AWS::SQS::Queue').find(({ id }) => id === `Queues${idOf(trigger.queue)}`);
    expect([name, Number(queue?.Properties.VisibilityTimeout) >= 6 * timeoutSeconds]).toEqual([name, true]);
  }
});

test('queues and archive refuse connections without TLS, and the archive every public reader', () => {
  const policies = [
    ...resourcesOf(template, 'AWS::SQS::QueuePolicy'),
    ...resourcesOf(template, 'AWS::S3::BucketPolicy'),
  ];
  const denied = policies.map(({ Properties }) => {
    const { Statement } = Properties.PolicyDocument as { Statement: Record<string, unknown>[] };
    return Statement.map(({ Effect, Principal, Condition }) => ({ Effect, Principal, Condition }));
  });
  const denyPlain = {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  expect(denied).toEqual(Array(2 * Object.keys(queues).length + 1).fill([denyPlain]));
  const [archive] = resourcesOf(template, 'AWS::S3::Bucket');
  expect([archive?.DeletionPolicy, archive?.Properties.PublicAccessBlockConfiguration]).toEqual([
    'Retain',
    { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  ]);
});

test('every function logs into a group of its own that forgets after a month', () => {
  const groups = stages.map(({ name }) => {
    const { LoggingConfig } = resourceOfStage(template, 'AWS::Lambda::Function', name).Properties;
    const group = resourceOfStage(template, 'AWS::Logs::LogGroup', name);
    return [render((LoggingConfig as { LogGroup: unknown }).LogGroup) === group.id, group.Properties.RetentionInDays];
  });
  expect(groups).toEqual(stages.map(() => [true, 30]));
});

test('synthesising twice gives the same template', () => {
  expect(synthesise().toJSON()).toEqual(template.toJSON());
});
