import type { Message } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/** The event that an event source mapping makes of received messages. */
export function toSqsEvent(messages: readonly Message[], queueUrl: string): SQSEvent {
  const eventSourceARN = `arn:aws:sqs:us-east-1:000000000000:${queueUrl.split('/').at(-1)}`;
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId ?? '',
      receiptHandle: message.ReceiptHandle ?? '',
      body: message.Body ?? '',
      attributes: message.Attributes as unknown as SQSRecord['attributes'],
      messageAttributes: {},
      md5OfBody: message.MD5OfBody ?? '',
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: 'us-east-1',
    })),
  };
}

/**
 * The messages that a handler's answer ends: all but those it names. No answer ends all of them, and one that names
 * nothing or a stranger ends none, as in Lambda.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function endedMessages(messages: readonly Message[], response: unknown): Message[] {
  const failures = (response as Partial<SQSBatchResponse> | null)?.batchItemFailures ?? [];
  const failedIds = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  const isKnown = (id: string) => messages.some(({ MessageId }) => MessageId === id);
  if (![...failedIds].every(isKnown)) return [];
  return messages.filter(({ MessageId }) => !failedIds.has(MessageId ?? ''));
}
