import { expect, test } from 'vitest';
import type { Article } from '../../lib/articles/article.ts';
import type { PageArchive } from '../../lib/articles/page-archive.ts';
import type { EditionArchive } from '../../lib/digest/edition-archive.ts';

const article: Article = {
  title: 'قتل‌عام ۱۳۶۷',
  language: 'fa',
  text: 'خانواده‌ها در خاوران.\n\nSecond paragraph 🕯.',
  links: ['https://other.example/'],
  sources: { title: 'json-ld' },
  quality: 0.75,
};

/** What every archive keeps. */
export function keepsObjects(archiveOf: () => PageArchive & EditionArchive): void {
  test('a page comes back byte by byte, and keeps its key when it is put again', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
    const key = await archiveOf().putPage(bytes);
    expect(key).toMatch(/^pages\/[0-9a-f]{64}\.html\.gz$/);
    expect(await archiveOf().putPage(bytes)).toBe(key);
    expect(Buffer.from((await archiveOf().getPage(key)) ?? []).equals(bytes)).toBe(true);
    expect(await archiveOf().putPage(new Uint8Array())).not.toBe(key);
  });

  test('an article comes back equal', async () => {
    const key = await archiveOf().putArticle(article);
    expect(key).toMatch(/^articles\/[0-9a-f]{64}\.json$/);
    expect(await archiveOf().getArticle(key)).toEqual(article);
  });

  test('an edition comes back equal, as page and as text under keys of their own', async () => {
    const body = '<p lang="fa">خاوران</p>';
    const [html, txt] = [await archiveOf().put(body, 'html'), await archiveOf().put(body, 'txt')];
    expect([html, txt]).toEqual([
      expect.stringMatching(/^editions\/[0-9a-f]{64}\.html$/),
      expect.stringMatching(/^editions\/[0-9a-f]{64}\.txt$/),
    ]);
    expect([await archiveOf().get(html), await archiveOf().get(txt)]).toEqual([body, body]);
  });

  test('what was never put is absent', async () => {
    const hash = '0'.repeat(64);
    expect(await archiveOf().getPage(`pages/${hash}.html.gz`)).toBeUndefined();
    expect(await archiveOf().getArticle(`articles/${hash}.json`)).toBeUndefined();
    expect(await archiveOf().get(`editions/${hash}.html`)).toBeUndefined();
  });
}
