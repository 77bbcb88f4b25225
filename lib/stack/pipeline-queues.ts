import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type QueueName, type QueueShape, queues } from '../pipeline.ts';
import { constructId } from './construct-id.ts';

/** The longest that SQS keeps a message: a person must find time for a dead letter. */
const DEAD_LETTER_DAYS = 14;

const everyQueue = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
} as const satisfies QueueProps;

/** The queues of the pipeline, each with its dead-letter queue beside it. */
export class PipelineQueues extends Construct {
  readonly byName: Readonly<Record<QueueName, Queue>>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const made = Object.entries(queues).map(([name, shape]) => [name, this.#add(constructId(name), shape)]);
    this.byName = Object.fromEntries(made) as Record<QueueName, Queue>;
  }

  #add(id: string, shape: QueueShape): Queue {
    const order = shape.order === 'by-host' ? { fifo: true } : {};
    const deadLetters = new Queue(this, `${id}DeadLetters`, {
      ...everyQueue,
      ...order,
      retentionPeriod: Duration.days(DEAD_LETTER_DAYS),
    });
    return new Queue(this, id, {
      ...everyQueue,
      ...order,
      visibilityTimeout: Duration.seconds(shape.visibilitySeconds),
      retentionPeriod: Duration.days(shape.retentionDays),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: shape.maxReceives },
    });
  }
}
