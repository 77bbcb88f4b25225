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
  const { waiting, redrive } = await attributesOf(client, queueUrl);
  const { deadLetterTargetArn = '' } = JSON.parse(redrive ?? '{}') as { deadLetterTargetArn?: string };
  const deadLetterName = deadLetterTargetArn.split(':').at(-1);
  if (!deadLetterName) throw new Error(`${queueUrl} has no dead-letter queue`);
  // Both queues are of one account and region, so their addresses differ in the name only.
  const deadLetterUrl = queueUrl.replace(/[^/]+$/, deadLetterName);
  return { waiting, deadLetters: (await attributesOf(client, deadLetterUrl)).waiting };
}

async function attributesOf(client: SQSClient, QueueUrl: string): Promise<{ waiting: number; redrive?: string }> {
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible, RedrivePolicy } = Attributes;
  return {
    waiting: Number(ApproximateNumberOfMessages ?? 0) + Number(ApproximateNumberOfMessagesNotVisible ?? 0),
    ...(RedrivePolicy !== undefined && { redrive: RedrivePolicy }),
  };
}
