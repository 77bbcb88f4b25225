import type { Article } from './article.ts';

/** Keeps what was read. Keys are content addresses, so that writing twice changes nothing. */
export interface PageArchive {
  /** Stores the raw bytes gzip-compressed. @returns the key, `pages/<sha256>.html.gz` */
  putPage(bytes: Uint8Array): Promise<string>;
  /** @returns the key, `articles/<sha256>.json` */
  putArticle(article: Article): Promise<string>;
  /** @returns undefined when nothing is stored under the key */
  getArticle(key: string): Promise<Article | undefined>;
  /** @returns the decompressed bytes */
  getPage(key: string): Promise<Uint8Array | undefined>;
}
