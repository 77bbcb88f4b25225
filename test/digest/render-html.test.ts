import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { Match } from '../../lib/classification/classification.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { renderText } from '../../lib/digest/render-text.ts';
import { manyArticles, sampleCoverage } from './sample-coverage.ts';
import { sampleDigest, sampleLinks } from './sample-digest.ts';

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="position:fixed" x="',
  '</td></tr></table><h1>Breaking</h1>',
  '</title><script>alert(1)</script>',
  '</style><style>body{display:none}</style>',
  '<!-- --><iframe src="//evil.example">',
  ']]><!DOCTYPE html><html>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x&#62;',
  '\u202Egnp.exe\u202C\u2066hidden\u2069',
  'a\u200Bb\u2060c\uFEFFd\u00ADe\u{E0041}f',
  '\uD800 lone \uDC00 surrogates',
  '\u0000\u0008\u001B[31mred',
  `\`\${process.env.HOME}\` {{constructor}} <%= 1 %>`,
  'javascript:alert(1)//\r\nBcc: other@reader.example',
  `z${'\u0301'.repeat(500)}`,
  `${'<b>'.repeat(300)}${'A'.repeat(3000)}`,
];

/** Where a payload is put, beside harmless words, so that the field is never empty. */
const fields: Record<string, (payload: string) => Partial<Coverage>> = {
  title: (payload) => ({ title: `Words ${payload}` }),
  outletName: (payload) => ({ outletName: `Words ${payload}` }),
  excerpt: (payload) => ({ excerpt: `Excerpt ${payload}` }),
  language: (payload) => ({ language: `de${payload}` }),
  url: (payload) => ({ url: `https://harbour-post.example/${payload}` }),
  'address with another scheme': (payload) => ({ url: `javascript:${payload}` }),
  author: (payload) => ({ author: `Words ${payload}` }),
  articleId: (payload) => ({ articleId: `id${payload.toWellFormed()}` }),
  'matched words': (payload) => ({
    matches: [{ ...(sampleCoverage().matches[0] as Match), words: `Words ${payload}` }],
  }),
};

const harmless: Partial<Coverage> = {
  title: 'Words',
  outletName: 'Words',
  excerpt: 'Excerpt of harmless words',
  language: 'de',
  matches: [{ ...(sampleCoverage().matches[0] as Match), words: 'Words' }],
};
const copy = sampleCoverage({ title: 'Another article that stays as it is', outletId: 'other.example' });
const digestOf = (changes: Partial<Coverage>) =>
  sampleDigest('en', [sampleCoverage({ ...harmless, ...changes }), copy]);

/** Every element with the names of its attributes, nested as a browser nests them; and what links point at. */
function structureOf(markup: string): { tree: string; hrefs: string[] } {
  const { document } = new JSDOM(markup).window;
  const describeNode = (element: Element): string =>
    `${element.localName}[${element.getAttributeNames()}](${[...element.children].map(describeNode).join('')})`;
  return {
    tree: describeNode(document.documentElement),
    hrefs: [...document.querySelectorAll('a')].map((anchor) => anchor.href),
  };
}

const harmlessTree = structureOf(renderHtml(digestOf({}), sampleLinks)).tree;

describe.each(Object.entries(fields))('a hostile %s', (_, put) => {
  test('leaves the structure equal to that of a harmless digest', () => {
    const differing = payloads.filter(
      (payload) => structureOf(renderHtml(digestOf(put(payload)), sampleLinks)).tree !== harmlessTree,
    );
    expect(differing).toEqual([]);
  });

  test('links nowhere but by http(s)', () => {
    const hrefs = payloads.flatMap((payload) => structureOf(renderHtml(digestOf(put(payload)), sampleLinks)).hrefs);
    expect(hrefs.filter((href) => !/^https?:\/\/(vigil|harbour-post|other)\.example\//.test(href))).toEqual([]);
  });

  test('shows no control, override or zero-width character, in neither part', () => {
    const unseen =
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u202A-\u202E\u2060\u2066\u2067\uFEFF]|[\u{E0000}-\u{E007F}]/u;
    const shown = payloads.flatMap((payload) => {
      const digest = digestOf(put(payload));
      return [renderHtml(digest, sampleLinks), renderText(digest, sampleLinks), digest.subject];
    });
    expect(shown.filter((text) => unseen.test(text) || !text.isWellFormed())).toEqual([]);
  });
});

test('a subject is one line', () => {
  const subjects = payloads.map((payload) => digestOf({ title: `Words ${payload}` }).subject);
  expect(subjects.filter((subject) => /[\r\n]/.test(subject) || subject.length > 200)).toEqual([]);
});

describe('of 400 articles', () => {
  const wide = manyArticles(400).map((article, index) => ({
    ...article,
    title: `${index} ${'کشتار زندانیان سیاسی در تابستان '.repeat(8)}`,
    excerpt: '"<&>" '.repeat(80),
  }));

  test.each(['en', 'fa'] as const)(
    'the HTML part stays within 90 KB and counts what it leaves out (%s)',
    (language) => {
      for (const coverage of [manyArticles(400), wide]) {
        const markup = renderHtml(sampleDigest(language, coverage), sampleLinks);
        const { document } = new JSDOM(markup).window;
        const shown = new Set(
          [...document.querySelectorAll('a')].map((anchor) => anchor.href).filter((href) => href.includes('/news/')),
        ).size;
        const left = new Intl.NumberFormat(language, { useGrouping: false }).format(400 - shown);
        expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(90_000);
        expect(document.body.textContent).toContain(language === 'en' ? `and ${left} more on` : `و ${left} مطلب دیگر`);
      }
    },
  );
});

test('article text carries its own language and direction inside the frame of the reader', () => {
  const digest = sampleDigest('en', [sampleCoverage({ title: 'کشتار تابستان ۶۷', language: 'fa' })]);
  const { document } = new JSDOM(renderHtml(digest, sampleLinks)).window;
  const cell = document.querySelector('h3')?.closest<HTMLElement>('td');
  const wrapper = document.querySelector<HTMLElement>('[role="article"]');
  const described = [wrapper, cell, cell?.querySelector('p')].map((element) => [element?.lang, element?.dir]);
  expect(described).toEqual([
    ['en', 'ltr'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
  ]);
  expect(document.querySelector('h3')?.textContent).toBe('\u2068کشتار تابستان ۶۷\u2069');
});

test('nothing in the mail is loaded from anywhere', () => {
  const markup = renderHtml(sampleDigest(), sampleLinks);
  expect(
    markup.match(/<(img|link|script|iframe|object|video|audio|source|form|base)\b|url\(|@import|\bsrc=/gi),
  ).toBeNull();
});

test('the text part says the same as the HTML part, without markup', () => {
  const text = renderText(sampleDigest('en', [sampleCoverage()]), sampleLinks);
  expect(text).toBe(`Vigil · Daily digest
Saturday 29 August 2026

1 article from 1 outlet in 1 language.
independent 1

Recorded from Friday 28 August, 07:00 to Saturday 29 August, 07:00.

----------------------------------------------------------------

Leading coverage

Families mark the anniversary of the 1988 prison executions
\u2068The Harbour Post\u2069 · independent · English · Friday, 19:40
Relatives gathered near the Khavaran cemetery on Friday to remember those who were executed in the summer of 1988. Police kept the road closed for most of the morning, and no gathering was allowed at the graves.
anniversary, testimony · Matched “\u20681988 prison executions\u2069”, “\u2068Khavaran\u2069”, “\u2068anniversary\u2069”
${sampleCoverage().url}
Why here? https://vigil.example/articles/${sampleCoverage().articleId}

----------------------------------------------------------------

Who reported: \u2068The Harbour Post\u2069 1

Languages: English 1

----------------------------------------------------------------

Feeds: 41 of 41 checked in the last day, 2 failing, 1 without news for 30 days.

You receive this digest because this address was subscribed to it. Times are for Europe/Paris. This mail loads nothing from the network and reports nothing back.

Open the coverage page: https://vigil.example/
Unsubscribe: https://vigil.example/unsubscribe?token=sample
`);
});
