import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

/** What waits in each queue and in the dead-letter queue beside it, about. */
export async function readQueueDepths<Name extends string>(
  queueUrls: Readonly<Record<Name, string>>,
): Promise<{ name: Name; waiting: number; deadLetters: number }[]> {
  const client = new SQSClient({});
  try {
    const names = Object.keys(queueUrls) as Name[];
    return await Promise.all(names.map(async (name) => ({ name, ...(await depthsOf(client, queueUrls[name])) })));
  } finally {
    client.destroy();
  }
}

async function depthsOf(client: SQSClient, queueUrl: string): Promise<{ waiting: number; deadLetters: number }> {
  const { waiting, redrive } = await readDepth(client, queueUrl);
  const deadLetters = await readDepth(client, deadLetterUrlOf(queueUrl, redrive));
  return { waiting, deadLetters: deadLetters.waiting };
}

/** @throws when the queue has no dead-letter queue */
export async function findDeadLetterUrl(client: SQSClient, queueUrl: string): Promise<string> {
  return deadLetterUrlOf(queueUrl, (await readDepth(client, queueUrl)).redrive);
}

function deadLetterUrlOf(queueUrl: string, redrive: string | undefined): string {
  const { deadLetterTargetArn = '' } = JSON.parse(redrive ?? '{}') as { deadLetterTargetArn?: string };
  const deadLetterName = deadLetterTargetArn.split(':').at(-1);
  if (!deadLetterName) throw new Error(`${queueUrl} has no dead-letter queue`);
  // Both queues are of one account and region, so their addresses differ in the name only.
  return queueUrl.replace(/[^/]+$/, deadLetterName);
}

/** Messages that wait, are being read or were put off, about; and the queue's redrive policy, JSON. */
export async function readDepth(client: SQSClient, QueueUrl: string): Promise<{ waiting: number; redrive?: string }> {
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  const numbers = ['', 'NotVisible', 'Delayed'].map((which) => `ApproximateNumberOfMessages${which}` as const);
  const count = (name: string) => Number((Attributes as Record<string, string>)[name] ?? 0);
  const { RedrivePolicy } = Attributes;
  return {
    waiting: numbers.reduce((sum, name) => sum + count(name), 0),
    ...(RedrivePolicy !== undefined && { redrive: RedrivePolicy }),
  };
}
