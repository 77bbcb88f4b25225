import { arnOf } from './account.ts';
import type { AwsCall, AwsRequest } from './aws-call.ts';
import { targetOf } from './target-of.ts';

/** Operation → permission. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
const PERMISSIONS: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
};

export function nameSqsCall(request: AwsRequest): AwsCall[] {
  const operation = targetOf(request, 'AmazonSQS');
  const permission = PERMISSIONS[operation];
  if (permission === undefined) throw new Error(`sqs:${operation} is not known here`);
  const { QueueUrl } = JSON.parse(request.body.toString('utf8'));
  const resources = [arnOf('sqs', String(QueueUrl).split('/').at(-1) ?? '')];
  return [{ action: `sqs:${permission}`, resources, conditions: {} }];
}
