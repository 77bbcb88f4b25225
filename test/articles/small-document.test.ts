import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cleanPage } from '../../lib/articles/clean-page.ts';
import { decodePage } from '../../lib/articles/decode-page.ts';
import { filterBlocks } from '../../lib/articles/filter-blocks.ts';
import { findBody } from '../../lib/articles/find-body.ts';
import { PageLimitError } from '../../lib/articles/page-limits.ts';
import { pageMarkup } from '../../lib/articles/page-markup.ts';
import { readableDocument } from '../../lib/articles/readable-document.ts';
import type { TextBlock } from '../../lib/articles/text-block.ts';

const fixtures = join(import.meta.dirname, '../fixtures/articles');
const benchmark = join(import.meta.dirname, '../../../shared/extraction/pages');

/** What Readability finds on our own DOM, and what it finds, as published, on jsdom. */
function found(html: string) {
  const small = cleanPage(html).document;
  const full = readableDocument(pageMarkup(small));
  const [ours, theirs] = [findBody(small), findBody(full)];
  return { ours: textsOf(ours), theirs: textsOf(theirs) };
}

const textsOf = (blocks: TextBlock[]) => filterBlocks(blocks, '').map(({ text, hrefs }) => ({ text, hrefs }));

describe('Readability finds on the small DOM what it finds on jsdom', () => {
  for (const name of readdirSync(fixtures)) {
    test(`in ${name}`, () => {
      const html = decodePage(readFileSync(join(fixtures, name, 'source.html')));
      try {
        const { ours, theirs } = found(html);
        expect(ours).toEqual(theirs);
      } catch (error) {
        expect(error).toBeInstanceOf(PageLimitError);
      }
    });
  }

  test.each([
    ['a page that it has to try again', `<div class="sidebar">${'<p>A short line, of a page.</p>'.repeat(9)}</div>`],
    ['paragraphs parted by line breaks', `<div>${'One sentence, and another.<br> <br>'.repeat(30)}</div>`],
    ['links in a row', `<div>${'<a href="javascript:a()">press</a> <a href="/b">read on</a>, '.repeat(40)}</div>`],
    ['tables', `<table>${'<tr><td>A cell, with text in it.</td><td>12</td></tr>'.repeat(20)}</table>`],
    ['lists', `<div><ul>${'<li>An item, which is long enough to count.</li>'.repeat(20)}</ul></div>`],
    ['text without any element', 'A page, without an element. '.repeat(40)],
    ['nothing', ''],
  ])('in %s', (_, body) => {
    const { ours, theirs } = found(`<title>A title</title>${body}`);
    expect(ours).toEqual(theirs);
  });
});

describe.skipIf(!existsSync(benchmark))('every fourth page of the public benchmark', () => {
  test('holds the same blocks on both', { timeout: 60_000 }, () => {
    for (const name of readdirSync(benchmark).filter((_, index) => index % 4 === 0)) {
      const { ours, theirs } = found(decodePage(gunzipSync(readFileSync(join(benchmark, name)))));
      const texts = (blocks: typeof ours) => blocks.map(({ text }) => text);
      expect([name, texts(ours)]).toEqual([name, texts(theirs)]);
    }
  });
});
