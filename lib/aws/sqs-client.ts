import { SQSClient } from '@aws-sdk/client-sqs';
import { meterSqs } from './meter-sqs.ts';
import { traced } from './telemetry.ts';

export function createSqsClient(): SQSClient {
  const client = new SQSClient({});
  meterSqs(client);
  return traced(client);
}
