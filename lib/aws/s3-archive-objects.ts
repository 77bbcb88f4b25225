import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ArchiveObjects } from '../records/archive-objects.ts';

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.gz', 'application/gzip'],
  ['.json', 'application/json'],
  ['.html', 'text/html; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
];

export function createS3ArchiveObjects(client: S3Client, bucket: string): ArchiveObjects {
  return {
    async *pages() {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        yield Contents.map(({ Key = '', Size = 0 }) => ({ key: Key, bytes: Size }));
      }
    },

    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async put(key, bytes) {
      const ContentType = TYPES.find(([ending]) => key.endsWith(ending))?.[1] ?? 'application/octet-stream';
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType }));
    },
  };
}
