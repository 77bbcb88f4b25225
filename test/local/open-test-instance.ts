import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { queueUrlKey } from '../../lib/local/create-queue.ts';
import { type Instance, type InstanceOptions, openInstance } from '../../lib/local/instance.ts';
import { createLocalQueue, type LocalQueue } from '../../lib/local/local-queue.ts';
import type { QueueName, QueueShape } from '../../lib/pipeline.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testSqsClient } from './test-sqs-client.ts';

export const quickQueues = {
  feeds: { order: 'by-host', visibilitySeconds: 1, maxReceives: 2, retentionDays: 1 },
  articles: { order: 'by-host', visibilitySeconds: 1, maxReceives: 2, retentionDays: 1 },
  'mail-events': { order: 'none', visibilitySeconds: 1, maxReceives: 2, retentionDays: 1 },
} satisfies Record<QueueName, QueueShape>;

export interface TestInstance extends Instance {
  dataDir: string;
  sqs: SQSClient;
  queue(name: QueueName): LocalQueue;
  send(name: QueueName, body: string, group?: string): Promise<void>;
}

/** The embedded AWS on a folder of its own, stopped when the test ends. */
export async function openTestInstance(options: Partial<InstanceOptions> = {}): Promise<TestInstance> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const instance = await openInstance({ ...options, dataDir });
  onTestFinished(() => instance.close());
  const sqs = testSqsClient(instance.env);
  const urlOf = (name: QueueName) => instance.env[queueUrlKey(name)] ?? '';
  return {
    ...instance,
    dataDir,
    sqs,
    queue: (name) => createLocalQueue(sqs, urlOf(name)),
    async send(name, body, group = body) {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: urlOf(name),
          MessageBody: body,
          MessageGroupId: group,
          MessageDeduplicationId: `${group}-${body}`,
        }),
      );
    },
  };
}
