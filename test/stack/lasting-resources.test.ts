import { expect, test } from 'vitest';
import { queues, stages } from '../../lib/pipeline.ts';
import { constructId } from '../../lib/stack/construct-id.ts';
import { tables } from '../../lib/tables.ts';
import { render, resourcesOf, synthesise } from './synthesised-stack.ts';

const template = synthesise();

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
      key: Properties.SSESpecification,
    };
  });
  expect(made).toEqual(
    Object.entries(tables).map(([name, shape]) => ({
      id: `Tables${constructId(name)}`,
      keys: [shape.partitionKey, ...('sortKey' in shape ? [shape.sortKey] : [])],
      indexes: Object.fromEntries(
        Object.entries(shape.indexes).map(([index, { partitionKey, sortKey }]) => [index, [partitionKey, sortKey]]),
      ),
      timeToLive: 'timeToLive' in shape ? { AttributeName: shape.timeToLive, Enabled: true } : undefined,
      kept: ['Retain', 'Retain', true, { PointInTimeRecoveryEnabled: true }, 'PAY_PER_REQUEST'],
      key: 'namesPeople' in shape ? { SSEEnabled: true } : undefined,
    })),
  );
});

interface Key {
  AttributeName: string;
}
const keysOf = (schema: readonly Key[]) => schema.map(({ AttributeName }) => AttributeName);

test('every queue keeps its order, is encrypted and patient, and has a dead-letter queue', () => {
  const ofPipeline = resourcesOf(template, 'AWS::SQS::Queue').filter(({ id }) => id.startsWith('Queues'));
  const made = ofPipeline.map(({ id, Properties: queue }) => {
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
  expect(made).toEqual(
    Object.entries(queues).flatMap(([name, { order, visibilitySeconds, retentionDays, maxReceives }]) => {
      const always = { isFifo: order === 'by-host' ? true : undefined, isEncrypted: true };
      const [id, deadLetters] = [`Queues${constructId(name)}`, `Queues${constructId(name)}DeadLetters`];
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
    const queue = resourcesOf(template, 'AWS::SQS::Queue').find(
      ({ id }) => id === `Queues${constructId(trigger.queue)}`,
    );
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
    return Statement.filter(({ Effect }) => Effect === 'Deny').map(({ Effect, Principal, Condition }) => ({
      Effect,
      Principal,
      Condition,
    }));
  });
  const denyPlain = {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  // Each queue with its dead letters, those of the schedules, and the archive.
  expect(denied).toEqual(Array(2 * Object.keys(queues).length + 2).fill([denyPlain]));
  const [archive] = resourcesOf(template, 'AWS::S3::Bucket');
  expect([archive?.DeletionPolicy, archive?.Properties.PublicAccessBlockConfiguration]).toEqual([
    'Retain',
    { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  ]);
});

test('the archive is locked, and forgets pages, only where the operator says so', () => {
  const archiveOf = (deployment: Record<string, unknown>) => {
    const [archive] = resourcesOf(synthesise({ deployment }), 'AWS::S3::Bucket');
    const { ObjectLockEnabled, ObjectLockConfiguration, LifecycleConfiguration } = archive?.Properties ?? {};
    const { Rules } = LifecycleConfiguration as { Rules: { Id: string; Prefix?: string; ExpirationInDays?: number }[] };
    return {
      lock: [ObjectLockEnabled, ObjectLockConfiguration],
      rules: Rules.map(({ Id, Prefix, ExpirationInDays }) => [Id, Prefix, ExpirationInDays]),
    };
  };
  const always = ['old-versions-and-torn-uploads', undefined, undefined];
  expect(archiveOf({})).toEqual({ lock: [undefined, undefined], rules: [always] });
  expect(archiveOf({ objectLockDays: 90, keepPagesDays: 400 })).toEqual({
    lock: [true, { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 90 } } }],
    rules: [always, ['old-pages', 'pages/', 400]],
  });
});
