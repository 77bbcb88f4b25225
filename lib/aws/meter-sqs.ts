import type { SQSClient } from '@aws-sdk/client-sqs';
import { countUsage } from './usage-meter.ts';

/** SQS bills a request for each begun part of this many bytes. */
const REQUEST_BYTES = 64 * 1024;

/** Counts requests by the kind of queue they are for. */
export function meterSqs(client: SQSClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { QueueUrl, Entries = [], MessageBody } = args.input as SqsInput;
      const { Messages = [] } = answer.output as { Messages?: { Body?: string }[] };
      const sent = [MessageBody, ...Entries.map((entry) => entry.MessageBody)];
      const requests = sqsRequests([...sent, ...Messages.map(({ Body }) => Body)]);
      countUsage(isFifo(QueueUrl) ? { fifoRequests: requests } : { standardRequests: requests });
      return answer;
    },
    { step: 'initialize', name: 'meterSqs' },
  );
}

interface SqsInput {
  QueueUrl?: string;
  MessageBody?: string;
  Entries?: readonly { MessageBody?: string }[];
}

const isFifo = (queueUrl = '') => queueUrl.endsWith('.fifo');

/** How many requests SQS bills for one call that carries these bodies. */
export function sqsRequests(bodies: readonly (string | undefined)[]): number {
  const bytes = bodies.reduce((sum, body = '') => sum + Buffer.byteLength(body), 0);
  return Math.max(1, Math.ceil(bytes / REQUEST_BYTES));
}
