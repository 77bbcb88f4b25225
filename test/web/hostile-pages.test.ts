import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { hostileFields, hostileTexts } from '../digest/hostile-texts.ts';
import { hrefsOf, structureOf } from '../digest/mail-document.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { openWeb } from './open-web.ts';
import { persianArticle } from './sample-web.ts';

describe('hostile texts', () => {
  const article = { ...persianArticle, text: 'Words of a text' };
  const pagesOf = async (changes: Partial<Coverage>) => {
    const record = { ...sampleCoverage({ language: 'de' }), ...changes, articleId: 'a'.repeat(32) };
    const web = await openWeb({
      coverage: [record],
      article,
      feeds: [sampleFeed({ title: record.title, lastDetail: record.excerpt })],
    });
    return [await web.text('/'), await web.text(`/articles/${record.articleId}`), await web.text('/feeds')];
  };
  const { articleId: _, 'address with another scheme': __, ...fields } = hostileFields;

  test('in every field leave the structure of the pages as harmless ones do', async () => {
    const differing: string[] = [];
    for (const [field, put] of Object.entries(fields)) {
      const harmless = (await pagesOf(put('words'))).map(structureOf);
      for (const text of hostileTexts) {
        const pages = await pagesOf(put(text));
        // An address with a user name in it or the like is not linked at all.
        const compared = field === 'url' ? pages.map(withoutLinks) : pages.map(structureOf);
        const expected = field === 'url' ? (await pagesOf(put('words'))).map(withoutLinks) : harmless;
        if (JSON.stringify(compared) !== JSON.stringify(expected)) differing.push(`${field}: ${text}`);
        if (pages.some((page) => /[\u202A-\u202E\u2066-\u2069\u200B\u0000]/.test(page)))
          differing.push(`unseen: ${field}`);
      }
    }
    expect(differing).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:pass@evil.example/', 'ftp://x.example/'])(
    'the address %s is not linked',
    async (url) => {
      const hrefs = (await pagesOf({ url })).flatMap(hrefsOf);
      expect(hrefs.filter((href) => !/^(\/|#|https:\/\/news\.example\.org\/feed\.xml$)/.test(href))).toEqual([]);
    },
  );

  const withoutLinks = (page: string) => structureOf(page.replace(/<a href="https?:[^>]*>|( · )?<\/a>/g, ''));
});
