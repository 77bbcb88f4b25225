import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { Settings } from '../../lib/settings.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import {
  environmentOf,
  grantsOf,
  render,
  resourceOfStage,
  resourcesOf,
  type SynthesisOptions,
  synthesise,
} from './synthesised-stack.ts';

const template = synthesise();

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
  const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ Properties }) => {
    const { Arn, Input } = Properties.Target as { Arn: unknown; Input: string };
    return [render(Arn), { rate: Properties.ScheduleExpression, input: JSON.parse(Input) }];
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
    const starts = `${constructId(name)}Function.Arn`;
    if (trigger.kind === 'http') return [starts, { payload: '2.0' }];
    if (trigger.kind === 'schedule') {
      const input = { time: '<aws.scheduler.scheduled-time>' };
      return [starts, { rate: `rate(${trigger.everyMinutes} minutes)`, input }];
    }
    const { queue, batchSize, maxConcurrency } = trigger;
    const scaling = { MaximumConcurrency: maxConcurrency };
    return [
      starts,
      { queue: `Queues${constructId(queue)}.Arn`, batchSize, scaling, answers: ['ReportBatchItemFailures'] },
    ];
  });
  const made = [...schedules, ...sources, ...routes];
  expect(made).toHaveLength(stages.length);
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(wanted));
  expect(resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)).toEqual([
    '$default',
  ]);
  // Schedules and queues start a function by a role of their own or of its own.
  const starters = resourcesOf(template, 'AWS::Lambda::Permission').map(({ Properties }) => Properties.Principal);
  expect(starters).toEqual(['apigateway.amazonaws.com']);
});

test('a tick that cannot be delivered is tried again until the next, then lies in a queue of its own', () => {
  const targets = resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ Properties }) => {
    const { DeadLetterConfig, RetryPolicy } = Properties.Target as {
      DeadLetterConfig: { Arn: unknown };
      RetryPolicy: object;
    };
    return [Properties.FlexibleTimeWindow, render(DeadLetterConfig.Arn), RetryPolicy];
  });
  const retry = { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 3 };
  expect(targets).toEqual(Array(2).fill([{ Mode: 'OFF' }, 'SchedulesDeadLetters.Arn', retry]));
  expect(grantsOf(template, 'schedules')).toEqual([
    'lambda:InvokeFunction PollFeedsFunction.Arn',
    'lambda:InvokeFunction SendDigestsFunction.Arn',
    'sqs:SendMessage SchedulesDeadLetters.Arn',
  ]);
});

test('a flood of requests is bounded at the page, unless the account has too little to keep apart', () => {
  const reserved = (deployment: Record<string, unknown>) =>
    Object.fromEntries(
      resourcesOf(synthesise({ deployment }), 'AWS::Lambda::Function').flatMap(({ id, Properties }) =>
        Properties.ReservedConcurrentExecutions === undefined ? [] : [[id, Properties.ReservedConcurrentExecutions]],
      ),
    );
  expect(reserved({})).toEqual({ WebFunction: 20 });
  expect(reserved({ reserveConcurrency: false })).toEqual({});
});

test('every function is traced and keeps its source maps', () => {
  const made = resourcesOf(template, 'AWS::Lambda::Function').map(({ Properties }) => [
    Properties.TracingConfig,
    (Properties.Environment as { Variables: Record<string, string> }).Variables.NODE_OPTIONS,
  ]);
  expect(made).toEqual(stages.map(() => [{ Mode: 'Active' }, '--enable-source-maps']));
});

describe('the environment', () => {
  const signInKeys = ['SIGN_IN_CLIENT_ID', 'SIGN_IN_ISSUER'];
  const required = Settings.safeParse({}).error?.issues.map((issue) => String(issue.path[0])) ?? [];

  test.each(stages.map(({ name }) => name))(
    'of %s holds every required key of Settings and is accepted by it',
    (name) => {
      const environment = environmentOf(template, name);
      expect(required.length).toBeGreaterThan(10);
      const beside = ['METRICS_NAMESPACE', 'NODE_OPTIONS', ...(name === 'web' ? signInKeys : [])];
      expect(Object.keys(environment).sort()).toEqual([...required, ...beside].sort());
      // What CloudFormation puts in place of references to queues, to the page's address, to the stack and the user pool.
      const resolved = Object.entries(environment).map(([key, value]) => {
        if (key === 'SIGN_IN_ISSUER') return [key, 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI'];
        if (key === 'PUBLIC_URL') return [key, 'https://page.execute-api.us-east-1.amazonaws.com'];
        if (key.endsWith('_URL') && !value.includes(':')) return [key, `https://${value.toLowerCase()}`];
        return [key, value.replace('AWS::StackId', `arn:aws:cloudformation:us-east-1:1:stack/Vigil/${'0'.repeat(36)}`)];
      });
      expect(Settings.safeParse(Object.fromEntries(resolved)).error).toBeUndefined();
    },
  );

  test('gives every function the resource that the key names', () => {
    const { FEEDS_TABLE, COVERAGE_TABLE, ARTICLES_QUEUE_URL, ARCHIVE_BUCKET, PUBLIC_URL, SENDER_ADDRESS } =
      environmentOf(synthesise({ deployment: { sender: 'digest@monitor.org' } }), 'web');
    expect({ FEEDS_TABLE, COVERAGE_TABLE, ARTICLES_QUEUE_URL, ARCHIVE_BUCKET, PUBLIC_URL, SENDER_ADDRESS }).toEqual({
      FEEDS_TABLE: 'TablesFeeds',
      COVERAGE_TABLE: 'TablesCoverage',
      ARTICLES_QUEUE_URL: 'QueuesArticles',
      ARCHIVE_BUCKET: 'Archive',
      PUBLIC_URL: 'https://Page.execute-api.AWS::Region.AWS::URLSuffix',
      SENDER_ADDRESS: 'digest@monitor.org',
    });
  });

  test('holds the secrets only where the page is served and mail is sent', () => {
    const secret = (id: string) => `{{resolve:secretsmanager:${id}:SecretString:::}}`;
    const nothing = 'signs-nothing:AWS::StackId';
    expect(stages.map(({ name }) => [name, environmentOf(template, name).SIGNING_KEY])).toEqual([
      ['poll-feeds', nothing],
      ['fetch-feed', nothing],
      ['read-article', nothing],
      ['send-digests', secret('SecretsSigningKey')],
      ['mail-events', nothing],
      ['web', secret('SecretsSigningKey')],
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
    const alter: SynthesisOptions['alter'] = (stack) => {
      const [first] = stack.node.findAll().filter((construct) => CfnFunction.isCfnFunction(construct));
      if (first) first.environment = { variables: { ALLOWED_ORIGINS: 'http://127.0.0.1' } };
    };
    expect(() => synthesise({ alter })).toThrow(/PollFeeds.* sets ALLOWED_ORIGINS/);
  });
});

test('every function logs into a group of its own that forgets after a month', () => {
  const groups = stages.map(({ name }) => {
    const { LoggingConfig } = resourceOfStage(template, 'AWS::Lambda::Function', name).Properties;
    const group = resourceOfStage(template, 'AWS::Logs::LogGroup', name);
    return [render((LoggingConfig as { LogGroup: unknown }).LogGroup) === group.id, group.Properties.RetentionInDays];
  });
  expect(groups).toEqual(stages.map(() => [true, 30]));
});

test('what the runbook and docs/deploy.md look up by the beginning of a name begins so', () => {
  // CloudFormation names what has no name `<stack>-<id>-<random>`.
  const idsOf = (type: string) => resourcesOf(template, type).map(({ id }) => id);
  expect(idsOf('AWS::Logs::LogGroup')).toEqual(stages.map(({ name }) => `${constructId(name)}Logs`));
  expect(idsOf('AWS::SQS::Queue')).toContain('SchedulesDeadLetters');
  expect(idsOf('AWS::SecretsManager::Secret')).toEqual(['SecretsSigningKey']);
});

test('synthesising twice gives the same template', () => {
  expect(synthesise().toJSON()).toEqual(template.toJSON());
});
