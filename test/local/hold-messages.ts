import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import { openInstance } from '../../lib/local/instance.ts';
import { createLocalQueue } from '../../lib/local/local-queue.ts';
import { testSqsClient } from './test-sqs-client.ts';

// A process that takes two messages, asks one of them to wait, and then hangs until it is killed.
const instance = await openInstance({ dataDir: process.argv[2] ?? '' });
const sqs = testSqsClient(instance.env);
const url = instance.env.FEEDS_QUEUE_URL ?? '';
const messages = await createLocalQueue(sqs, url).receive(2, 0);
const putOff = messages.find(({ Body }) => Body === 'put off');
if (putOff) {
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: putOff.ReceiptHandle, VisibilityTimeout: 3600 }),
  );
}
console.log(JSON.stringify({ isOwner: instance.isOwner, held: messages.map(({ Body }) => Body) }));
setInterval(() => {}, 60_000);
