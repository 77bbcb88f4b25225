import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { payloadLimits, type QueueName, type QueueShape } from '../pipeline.ts';

/** SQS's longest retention: what went wrong stays until somebody looks. */
const DEAD_LETTER_RETENTION_DAYS = 14;

const seconds = (days: number): string => String(days * 86_400);

/** The key of Settings that holds the queue's address: `MAIL_EVENTS_QUEUE_URL`. */
export const queueUrlKey = (name: QueueName): string => `${name.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`;

/**
 * Creates `<name>` with `<name>-dead` beside it, or brings existing ones to the shape; messages stay. Names of queues
 * that keep an order end in `.fifo`.
 *
 * @returns the address of the queue
 */
export async function createQueueWithDeadLetters(
  sqs: SQSClient,
  sqsUrl: string,
  name: string,
  shape: QueueShape,
): Promise<string> {
  const ending = shape.order === 'by-host' ? '.fifo' : '';
  const deadUrl = await createQueue(sqs, sqsUrl, `${name}-dead${ending}`, {
    MessageRetentionPeriod: seconds(DEAD_LETTER_RETENTION_DAYS),
  });
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: deadUrl, AttributeNames: ['QueueArn'] }),
  );
  return createQueue(sqs, sqsUrl, `${name}${ending}`, {
    VisibilityTimeout: String(shape.visibilitySeconds),
    MessageRetentionPeriod: seconds(shape.retentionDays),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: Attributes?.QueueArn,
      maxReceiveCount: shape.maxReceives,
    }),
  });
}

/** Address of the dead-letter queue beside a queue. */
export const deadLetterUrl = (queueUrl: string): string => queueUrl.replace(/(\.fifo)?$/, '-dead$1');

async function createQueue(
  sqs: SQSClient,
  sqsUrl: string,
  QueueName: string,
  shape: Record<string, string>,
): Promise<string> {
  const Attributes = { MaximumMessageSize: String(payloadLimits.queueMessageBytes), ...shape };
  // The emulator answers with the address of its first start, whose port is gone.
  const QueueUrl = `${sqsUrl}/000000000000/${QueueName}`;
  if (await exists(sqs, QueueName)) await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  else {
    const order = QueueName.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { ...order, ...Attributes } }));
  }
  return QueueUrl;
}

async function exists(sqs: SQSClient, QueueName: string): Promise<boolean> {
  try {
    await sqs.send(new GetQueueUrlCommand({ QueueName }));
    return true;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return false;
    throw error;
  }
}
