import { SQSClient } from '@aws-sdk/client-sqs';

/** A client of the embedded SQS that reads nothing from the environment. */
export function testSqsClient(env: Readonly<Record<string, string>>): SQSClient {
  return new SQSClient({
    region: 'us-east-1',
    endpoint: env.AWS_ENDPOINT_URL_SQS ?? '',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });
}
