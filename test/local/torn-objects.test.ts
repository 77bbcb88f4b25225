import { globSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { openTestInstance } from './open-test-instance.ts';
import { temporaryFolder } from './temporary-folder.ts';

const clientOf = (env: Record<string, string>) =>
  new S3Client({
    region: 'us-east-1',
    forcePathStyle: true,
    endpoint: env.AWS_ENDPOINT_URL_S3 ?? '',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });

test('an object that a crash left half written is gone, the others stay', async () => {
  const dataDir = temporaryFolder();
  const first = await openTestInstance({ dataDir });
  for (const Key of ['torn-description', 'torn-content', 'whole']) {
    await clientOf(first.env).send(new PutObjectCommand({ Bucket: 'vigil-archive', Key, Body: 'twelve bytes' }));
  }
  await first.close();
  const fileOf = (name: string) => globSync(join(dataDir, 's3', '**', name))[0] ?? '';
  truncateSync(fileOf('torn-description.meta.json'), 10);
  truncateSync(fileOf('torn-content.data'), 3);

  const { env } = await openTestInstance({ dataDir });
  const read = (Key: string) => clientOf(env).send(new GetObjectCommand({ Bucket: 'vigil-archive', Key }));
  await expect(read('torn-description')).rejects.toBeInstanceOf(NoSuchKey);
  await expect(read('torn-content')).rejects.toBeInstanceOf(NoSuchKey);
  expect(await (await read('whole')).Body?.transformToString()).toBe('twelve bytes');
  expect(readFileSync(fileOf('whole.data'), 'utf8')).toBe('twelve bytes');
});
