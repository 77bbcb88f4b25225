import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** The archive as a whole, byte for byte, for backup and restore. */
export interface ArchiveObjects {
  /** Every object, page by page. */
  pages(): AsyncIterable<readonly { key: string; bytes: number }[]>;
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

const KEY = /^(?:pages|articles|editions)\/([0-9a-f]{64})\.(html\.gz|json|html|txt)$/;

/** Whether it names an object of the archive. Everything else in the bucket is not ours, and no path to write to. */
export const isArchiveKey = (key: string) => KEY.test(key);

/** Whether the object holds what its name says: the hash is of the content before it was compressed. */
export function isTrueToName(key: string, bytes: Uint8Array): boolean {
  const [, sha256, ending] = KEY.exec(key) ?? [];
  try {
    const content = ending === 'html.gz' ? gunzipSync(bytes) : bytes;
    return createHash('sha256').update(content).digest('hex') === sha256;
  } catch {
    return false;
  }
}
