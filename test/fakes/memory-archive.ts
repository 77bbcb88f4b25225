import { createHash } from 'node:crypto';
import type { Article } from '../../lib/articles/article.ts';
import type { PageArchive } from '../../lib/articles/page-archive.ts';
import type { EditionArchive } from '../../lib/digest/edition-archive.ts';

/** Pages, articles and editions in memory under the hash of their content. */
export function createMemoryArchive(): PageArchive & EditionArchive & { keys: () => string[] } {
  const objects = new Map<string, Uint8Array | Article | string>();
  function put(folder: string, ending: string, object: Uint8Array | Article | string): string {
    const content = typeof object === 'string' || object instanceof Uint8Array ? object : JSON.stringify(object);
    const key = `${folder}/${createHash('sha256').update(content).digest('hex')}.${ending}`;
    objects.set(key, object);
    return key;
  }
  return {
    keys: () => [...objects.keys()].sort(),
    putPage: async (bytes) => put('pages', 'html.gz', Uint8Array.from(bytes)),
    getPage: async (key) => objects.get(key) as Uint8Array | undefined,
    putArticle: async (article) => put('articles', 'json', article),
    getArticle: async (key) => objects.get(key) as Article | undefined,
    put: async (body, kind) => put('editions', kind, body),
    get: async (key) => objects.get(key) as string | undefined,
  };
}
