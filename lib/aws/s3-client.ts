import { S3Client } from '@aws-sdk/client-s3';
import { meterS3 } from './meter-s3.ts';
import { traced } from './telemetry.ts';

export function createS3Client(): S3Client {
  // Real S3 answers path-style addresses as well, and the embedded one needs no host name for each bucket then.
  const client = new S3Client({ forcePathStyle: true });
  meterS3(client);
  return traced(client);
}
