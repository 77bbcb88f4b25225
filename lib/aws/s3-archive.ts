import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Article } from '../articles/article.ts';
import type { PageArchive } from '../articles/page-archive.ts';
import type { EditionArchive } from '../digest/edition-archive.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Pages, articles and editions under the SHA-256 of their content: writing again changes nothing. */
export function createS3Archive(client: S3Client, bucket: string): PageArchive & EditionArchive {
  async function putObject(
    folder: string,
    ending: string,
    content: Uint8Array | string,
    type: string,
  ): Promise<string> {
    const key = `${folder}/${createHash('sha256').update(content).digest('hex')}.${ending}`;
    const body = ending.endsWith('.gz') ? await compress(content) : content;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type }));
    return key;
  }

  async function getObject(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const bytes = await Body?.transformToByteArray();
      return bytes && key.endsWith('.gz') ? await decompress(bytes) : bytes;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  const getText = async (key: string) => {
    const bytes = await getObject(key);
    return bytes && new TextDecoder().decode(bytes);
  };

  return {
    putPage: (bytes) => putObject('pages', 'html.gz', bytes, 'application/gzip'),
    getPage: getObject,
    putArticle: (article) => putObject('articles', 'json', JSON.stringify(article), 'application/json'),
    async getArticle(key) {
      const text = await getText(key);
      return text === undefined ? undefined : Article.parse(JSON.parse(text));
    },
    put: (body, kind) =>
      putObject('editions', kind, body, kind === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'),
    get: getText,
  };
}
