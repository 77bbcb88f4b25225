import { afterAll, describe, expect, test } from 'vitest';
import { createArticleReader } from '../../lib/articles/article-reader.ts';

const url = 'https://post.example/world/a';
const paragraph =
  'The court began on Tuesday to hear the survivors of the prisons, who waited for this day for decades. ';
const page = (body: string) => ({
  bytes: new TextEncoder().encode(`<title>Court hears survivors</title>${body}`),
  url,
});
const soundPage = page(`<h1>Court hears survivors</h1>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}`);

describe('an article reader', () => {
  const reader = createArticleReader();
  afterAll(() => reader.close());

  const reasonOf = async (document: { bytes: Uint8Array; url: string }) => {
    const reading = await reader.read(document);
    return reading.status === 'read' ? 'read' : reading.reason;
  };

  test.each([
    ['5,000 elements inside each other', '<div>'.repeat(5_000), 'too-deep'],
    ['half a megabyte of unclosed tags', '<b><i>'.repeat(85_000), 'too-deep'],
    ['60,000 links side by side', '<a href="/x">a link</a> '.repeat(60_000), 'too-large'],
    ['100,000 spans side by side', '<span class="share nav related">x</span>'.repeat(100_000), 'no-article'],
    ['more than six million characters', 'x'.repeat(6_000_100), 'too-large'],
    ['one paragraph of five megabytes', `<p>${'word, '.repeat(800_000)}</p>`, 'read'],
    ['a tag that never ends', `<p ${'a="b" '.repeat(100_000)}`, 'no-article'],
    ['nothing', '', 'no-article'],
  ])('answers %s within its limits', async (_, body, reason) => {
    expect(await reasonOf(page(body))).toBe(reason);
  });

  test('reads on after a page that broke its limits', async () => {
    expect([await reasonOf(page('<div>'.repeat(5_000))), await reasonOf(soundPage)]).toEqual(['too-deep', 'read']);
  });

  test('answers bytes that are no text at all', async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7_919) % 256);
    expect(await reasonOf({ bytes, url })).toBe('no-article');
  });

  test('can be closed and used again', async () => {
    await reader.close();
    expect(await reasonOf(soundPage)).toBe('read');
  });
});

describe('an article reader with too little', () => {
  test('time says too-slow', async () => {
    const reader = createArticleReader({ timeoutMilliseconds: 1, maxOldGenerationMegabytes: 384 });
    const reading = await reader.read(soundPage).finally(reader.close);
    expect(reading).toEqual({
      status: 'unreadable',
      reason: 'too-slow',
      detail: 'page too slow: not parsed within 0.001 s',
    });
  });

  test('memory says out-of-memory', async () => {
    const reader = createArticleReader({ timeoutMilliseconds: 6_000, maxOldGenerationMegabytes: 8 });
    const reading = await reader.read(soundPage).finally(reader.close);
    expect(reading).toEqual({
      status: 'unreadable',
      reason: 'out-of-memory',
      detail: 'page out of memory: parsing took more than 8 MB',
    });
  });
});
