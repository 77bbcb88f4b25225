import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { drainQueues } from '../../lib/local/drain-queues.ts';
import { createLocalQueue, type LocalQueue } from '../../lib/local/local-queue.ts';
import { createQueueConsumer, type QueueConsumer } from '../../lib/local/queue-consumer.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { FunctionPool } from './function-pool.ts';
import { type QueueMapping, readQueueMappings } from './queue-mapping.ts';

/** Above the function's own time-out, which ends an invocation here. */
const PATIENCE_SECONDS = 30;

export interface QueueDriver {
  /** Until every mapped queue holds nothing that can be received. */
  drain(): Promise<void>;
  queueOf(stage: string): LocalQueue;
}

/** Lambda's part in the template's event source mappings: it polls with each function's role and invokes. */
export async function driveQueues(stack: DeployedStack): Promise<QueueDriver> {
  const driven = await Promise.all(
    readQueueMappings(stack.template, stack.resolve).map((mapping) => driveMapping(mapping, stack)),
  );
  return {
    drain: () =>
      drainQueues(
        driven.map(({ consumer }) => consumer),
        new AbortController().signal,
      ),
    queueOf(stage) {
      const found = driven.find(({ pool }) => pool.deployed.stage === stage);
      if (!found) throw new Error(`no queue starts ${stage}`);
      return found.queue;
    },
  };
}

interface Driven {
  pool: FunctionPool;
  queue: LocalQueue;
  consumer: QueueConsumer;
}

async function driveMapping(mapping: QueueMapping, stack: DeployedStack): Promise<Driven> {
  const pool = stack.functions.find(({ deployed }) => deployed.name === mapping.functionName);
  if (!pool) throw new Error(`a mapping starts ${mapping.functionName}, which is not in the template`);
  const { stage: name, timeoutSeconds, memoryMegabytes } = pool.deployed;
  const sqs = stack.pollerOf(pool.deployed);
  const QueueUrl = queueUrlOf(stack, mapping.queueArn);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] }),
  );
  // Lambda refuses to make such a mapping.
  if (Number(Attributes?.VisibilityTimeout) < timeoutSeconds) throw new Error(`${name}: its queue is visible too soon`);
  const queue = createLocalQueue(sqs, QueueUrl);
  const trigger = { kind: 'queue', queue: 'feeds', ...mapping } as const;
  const consumer = createQueueConsumer({
    stage: {
      name,
      does: '',
      trigger,
      timeoutSeconds: timeoutSeconds + PATIENCE_SECONDS,
      memoryMegabytes,
      tables: {},
      sends: [],
      archive: {},
      sendsMail: false,
    },
    queue,
    handler: async (event: never) => {
      const end = await pool.invoke(event);
      if (end.status !== 'response') throw new Error(end.reason);
      return mapping.reportsFailures ? end.payload : null;
    },
  });
  return { pool, queue, consumer };
}

/** @throws for a queue that is not in the template */
function queueUrlOf({ template, resolve }: DeployedStack, arn: string): string {
  const ids = Object.entries(template.Resources).flatMap(([id, { Type }]) => (Type === 'AWS::SQS::Queue' ? [id] : []));
  const found = ids.find((id) => resolve({ 'Fn::GetAtt': [id, 'Arn'] }) === arn);
  if (found === undefined) throw new Error(`${arn} is not in the template`);
  return String(resolve({ Ref: found }));
}
