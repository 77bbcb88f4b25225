import { afterAll, describe, expect, test } from 'vitest';
import { createArticleReader } from '../../lib/articles/article-reader.ts';
import { cleanPage } from '../../lib/articles/clean-page.ts';
import { filterBlocks } from '../../lib/articles/filter-blocks.ts';
import { emptyPageHead } from '../../lib/articles/page-head.ts';
import { MAX_ATTRIBUTE_CHARS, MAX_ELEMENTS, MAX_LINKS } from '../../lib/articles/page-limits.ts';
import { pageMarkup } from '../../lib/articles/page-markup.ts';
import { readMetadata } from '../../lib/articles/read-metadata.ts';

const url = 'https://post.example/world/a';
const now = new Date('2026-11-01T00:00:00Z');

/** CPU milliseconds of the cheapest of several runs: what else the machine does only adds. */
function costOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Twice the input costs less than 2.5 times the work; 15 ms are forgiven for the clock and the collector. */
function expectLinear(input: (size: number) => string, size: number, read: (text: string) => unknown): void {
  const [small, large] = [input(size), input(size * 2)];
  read(small);
  const [once, twice] = [costOf(() => read(small)), costOf(() => read(large))];
  expect(twice).toBeLessThan(2.5 * once + 15);
}

const markupOf = (html: string) => pageMarkup(cleanPage(html).document);

const clean = (html: string) => {
  try {
    return cleanPage(html);
  } catch (error) {
    return error;
  }
};

describe('the cleaning pass is linear', () => {
  test.each<[string, number, (size: number) => string]>([
    ['spans with suspicious names', 20_000, (size) => '<span class="share related nav">x</span>'.repeat(size)],
    [
      'names that are all different',
      20_000,
      (size) => Array.from({ length: size }, (_, n) => `<i class="byline-${n}">x</i>`).join(''),
    ],
    ['marks of footnotes', 20_000, (size) => '<a href="#f">1</a>x'.repeat(size)],
    ['one very long name', 100_000, (size) => `<div class="${'related-'.repeat(size)}">x</div>`],
    [
      'attributes of one element',
      20_000,
      (size) => `<div ${Array.from({ length: size }, (_, n) => `a${n}="b"`).join(' ')}>x</div>`,
    ],
    ['quoted and unquoted angles', 100_000, (size) => '<'.repeat(size)],
    ['tags that never end', 100_000, (size) => '<p <a '.repeat(size)],
    ['entities', 60_000, (size) => `<p>${'&lt;&#60;&eacute;'.repeat(size)}</p>`],
    ['closing tags that nobody opened', 60_000, (size) => '</div></p></b>'.repeat(size)],
    ['comments', 60_000, (size) => '<!-- a --> '.repeat(size)],
    ['white space', 500_000, (size) => `<p>${' \n'.repeat(size)}</p>`],
  ])('in %s', (_, size, input) => {
    expectLinear(input, size, clean);
  });
});

describe('elements in each other', () => {
  test('do not read what they hold again and again', () => {
    const page = (start: string) => `${start.repeat(200)}${' <i></i>x'.repeat(100)}${' <i></i>'.repeat(100_000)}`;
    const [plain, noted] = [page('<span title="name">'), page('<span itemprop="name">')];
    clean(noted);
    expect(costOf(() => clean(noted))).toBeLessThan(3 * costOf(() => clean(plain)) + 15);
  });
});

describe('what follows the cleaning is linear, too', () => {
  const head = (content: string) => ({
    ...emptyPageHead(),
    title: content,
    bylines: [content],
    dateLines: [content],
    jsonLd: [JSON.stringify({ '@type': 'Article', headline: content, author: content, datePublished: content })],
  });

  test.each([
    ['dashes', '-'],
    ['separators', ' | '],
    ['names', 'By A, '],
    ['digits', '12 '],
    ['white space', ' \t'],
  ])('in metadata made of %s', (_, piece) => {
    expectLinear(
      (size) => `a${piece.repeat(size)}a`,
      40_000,
      (content) => readMetadata(head(content), url, now),
    );
  });

  test('in blocks that repeat each other', () => {
    const blocks = (size: number) =>
      Array.from({ length: size }, (_, n) => ({
        text: `Line ${n % 50} ${'of a long paragraph '.repeat(40)}${n}`,
        linkChars: 0,
        links: 0,
        element: 'p',
        hrefs: [],
      }));
    const [small, large] = [blocks(2_000), blocks(4_000)];
    filterBlocks(small, 'a title of some length');
    const once = costOf(() => filterBlocks(small, 'a title of some length'));
    expect(costOf(() => filterBlocks(large, 'a title of some length'))).toBeLessThan(2.5 * once + 15);
  });
});

describe('a hostile page ends typed or read, in the box', () => {
  const reader = createArticleReader();
  afterAll(() => reader.close());

  const story =
    '<p>The court began on Tuesday to hear the survivors of the prisons, who waited for decades for this day.</p>';
  test.each<[string, string, string]>([
    ['40 KB of nested div', '<div>'.repeat(8_000), 'too-deep'],
    ['half a megabyte of unclosed b and i', '<b><i>'.repeat(85_000), 'too-deep'],
    ['60,000 links side by side', '<a href="/x">a link</a> '.repeat(60_000), 'too-large'],
    [
      'just under the limit of elements',
      story.repeat(3) + '<a href="/x">a link</a> '.repeat(MAX_ELEMENTS - 60),
      'read',
    ],
    [
      '200,000 attributes',
      `${story.repeat(6)}<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=b`).join(' ')}>x</p>`,
      'read',
    ],
    ['10 MB of text', `<p>${'word, '.repeat(1_700_000)}</p>`, 'too-large'],
    ['5 MB of text in one paragraph', `<p>${'word, '.repeat(800_000)}</p>`, 'read'],
    [
      'JSON-LD of 100,000 brackets',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>${story.repeat(6)}`,
      'read',
    ],
    [
      'an author of 150,000 dashes',
      `<script type="application/ld+json">{"@type":"Article","headline":"${'-'.repeat(60_000)}a","author":"${'-'.repeat(90_000)}a"}</script>${story.repeat(6)}`,
      'read',
    ],
    ['a class of one megabyte', `<div class="${'related '.repeat(130_000)}">${story.repeat(6)}</div>`, 'read'],
  ])('%s', async (_, body, end) => {
    const startedAt = performance.now();
    const reading = await reader.read({
      bytes: new TextEncoder().encode(`<title>Court hears survivors</title>${body}`),
      url,
    });
    expect(reading.status === 'read' ? 'read' : reading.reason).toBe(end);
    // The box would have said too-slow after six seconds; nothing here needs it to.
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});

describe('each limit does its part', () => {
  test('a value over the limit is left out, one below is kept', () => {
    const meta = (chars: number) =>
      cleanPage(`<meta name="author" content="${'x'.repeat(chars)}">`).head.meta.get('author')?.length;
    expect([meta(MAX_ATTRIBUTE_CHARS), meta(MAX_ATTRIBUTE_CHARS + 1)]).toEqual([MAX_ATTRIBUTE_CHARS, undefined]);
  });

  test('beyond 3,000 links only their text is kept', () => {
    const html = markupOf('<a href="/x">a link</a> '.repeat(4_000));
    expect([html.split('<a href').length - 1, html.split('a link').length - 1]).toEqual([MAX_LINKS, 4_000]);
  });

  test('JSON-LD is kept aside up to 200,000 characters in all', () => {
    const block = `<script type="application/ld+json">"${'x'.repeat(89_998)}"</script>`;
    expect(cleanPage(block.repeat(4)).head.jsonLd.map(({ length }) => length)).toEqual([90_000, 90_000]);
  });

  test('what runs or loads is gone from the document that a reader gets', () => {
    const page =
      '<script>a()</script><iframe src="/b"></iframe><object data="/c"></object><svg onload="d()"></svg>' +
      '<img src="/e" onerror="f()"><p onclick="g()" style="x">Text <template>h</template></p><link rel="stylesheet" href="/i">';
    expect(markupOf(page)).toBe('<html><head><title></title></head><body><p>Text </p></body></html>');
  });

  test('the marks of footnotes go, other links within the page stay', () => {
    const page =
      '<p>A pit.<sup><a href="#f1">[12]</a></sup> See <a href="#map">the map</a>.</p><p>A note. <a href="#r1">↩</a></p>';
    expect(markupOf(page)).toBe(
      '<html><head><title></title></head><body><p>A pit. See <a href="#map">the map</a>.</p><p>A note. </p></body></html>',
    );
  });

  test('text cannot become markup', () => {
    const page = '<p>a &lt;script&gt;b()&lt;/script&gt; &amp;lt; c</p><div class="&quot;><script>d()</script>">e</div>';
    expect(markupOf(page)).not.toMatch(/<script/);
  });
});
