import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/articles/extract-article.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The seed in a page such as the newsroom serves: every line a paragraph, furniture around it. */
function pageOf(lines: readonly string[], title: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(title)} | Campaign news</title>
<meta property="og:title" content="${escapeText(title)}"><meta property="og:site_name" content="Campaign news"></head><body>
<header><nav><a href="/">Home</a> <a href="/1988">1988 Massacre</a></nav></header><div class="ad">728 x 90</div>
<main><article><h1>${escapeText(title)}</h1>${lines.map((line) => `<p>${escapeText(line)}</p>`).join('\n')}</article></main>
<aside><h2>Related</h2><ul><li><a href="/a">Cup final tonight</a></li></ul></aside>
<footer>© Campaign news. All rights reserved. Share on Twitter. Subscribe to our newsletter.</footer></body></html>`;
}

/** Lines that are not the article's: the title, captions, their repetitions, and what software left behind. */
function isDebris(line: string, lines: readonly string[], title: string): boolean {
  const isRepeated = lines.filter((other) => other === line).length > 1;
  const holdsTitle = line.toLowerCase().includes(title.toLowerCase());
  return isRepeated || holdsTitle || /^%d bloggers|^\d+ x \d+$|_MG_\d+|^Reporting by/.test(line);
}

describe.skipIf(!existsSync(seeds))('the two seed articles', () => {
  for (const file of existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : []) {
    test(`${file} comes out whole and without its debris`, async () => {
      const lines = readFileSync(new URL(file, seeds), 'utf8')
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean);
      const title = lines.find((line) => line.length > 30) as string;
      const bytes = new TextEncoder().encode(pageOf(lines, title));
      const reading = await extractArticle({ bytes, url: 'http://127.0.0.1:8099/seed/article' });
      const article = reading.status === 'read' ? reading.article : undefined;
      const wanted = lines.filter((line) => !isDebris(line, lines, title)).join('\n');
      expect({
        title: article?.title,
        language: article?.language,
        text: article?.text.replaceAll('\n\n', '\n'),
      }).toEqual({ title, language: 'en', text: wanted });
    });
  }
});
