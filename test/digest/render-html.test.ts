import { beforeAll, describe, expect, test } from 'vitest';
import { manifestOf } from '../../lib/digest/manifest.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { renderText } from '../../lib/digest/render-text.ts';
import { sectionText } from '../../lib/digest/section-text.ts';
import { digestOf, hostileFields, hostileTexts } from './hostile-texts.ts';
import { elementsOf, hrefsOf, structureOf } from './mail-document.ts';
import { manyArticles, sampleCoverage } from './sample-coverage.ts';
import { allLinks, sampleDigest, sampleLinks } from './sample-digest.ts';

const harmlessTree = structureOf(renderHtml(digestOf({}), sampleLinks));

describe.each(Object.entries(hostileFields))('a hostile %s', (_, put) => {
  let mails: { payload: string; markup: string; text: string; subject: string }[] = [];
  beforeAll(() => {
    mails = hostileTexts.map((payload) => {
      const digest = digestOf(put(payload));
      const [markup, text] = [renderHtml(digest, sampleLinks), renderText(digest, sampleLinks)];
      return { payload, markup, text, subject: digest.subject };
    });
  });

  test('leaves the structure equal to that of a harmless digest', () => {
    const differing = mails.filter(({ markup }) => structureOf(markup) !== harmlessTree);
    expect(differing.map(({ payload }) => payload)).toEqual([]);
  });

  test('links nowhere but by http(s)', () => {
    const hrefs = mails.flatMap(({ markup }) => hrefsOf(markup));
    expect(hrefs.filter((href) => !/^https?:\/\/(vigil|harbour-post|other)\.example\//.test(href))).toEqual([]);
  });

  test('shows no control, override or zero-width character, in neither part', () => {
    const unseen =
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u202A-\u202E\u2060\u2066\u2067\uFEFF]|[\u{E0000}-\u{E007F}]/u;
    const shown = mails.flatMap(({ markup, text, subject }) => [markup, text, subject]);
    expect(shown.filter((text) => unseen.test(text) || !text.isWellFormed())).toEqual([]);
  });
});

test('there are forty payloads', () => {
  expect(new Set(hostileTexts).size).toBe(40);
});

test('a subject is one line', () => {
  const subjects = hostileTexts.map((payload) => digestOf({ title: `Words ${payload}` }).subject);
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
        const markup = renderHtml(sampleDigest(language, coverage), allLinks);
        const shown = new Set(hrefsOf(markup).filter((href) => href.includes('/news/'))).size;
        const left = new Intl.NumberFormat(language, { useGrouping: false }).format(400 - shown);
        expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(90_000);
        expect(markup).toContain(language === 'en' ? `and ${left} more on` : `و ${left} مطلب دیگر`);
      }
    },
  );
});

test('article text carries its own language and direction inside the frame of the reader', () => {
  const digest = sampleDigest('en', [sampleCoverage({ title: 'کشتار تابستان ۶۷', language: 'fa' })]);
  const elements = elementsOf(renderHtml(digest, sampleLinks));
  const title = elements.findIndex(({ name }) => name === 'h3');
  const cell = elements.slice(0, title).findLast(({ name }) => name === 'td');
  const wrapper = elements.find(({ attributes }) => attributes.role === 'main');
  const described = [wrapper, cell, elements[title - 2]].map((element) => element?.attributes);
  expect(described.map((attributes) => `${attributes?.lang} ${attributes?.dir}`)).toEqual([
    'en ltr',
    'fa rtl',
    'en ltr',
  ]);
  expect(elements[title]?.text).toBe('\u2068کشتار تابستان ۶۷\u2069');
});

test('nothing in the mail is loaded from anywhere', () => {
  const markup = renderHtml(sampleDigest(), sampleLinks);
  expect(
    markup.match(/<(img|link|script|iframe|object|video|audio|source|form|base)\b|url\(|@import|\bsrc=/gi),
  ).toBeNull();
});

test('the text part says the same as the HTML part, without markup', () => {
  const quiet = { dayCounts: [], calendar: [], unanswered: [] };
  const text = renderText(sampleDigest('en', [sampleCoverage()], quiet), sampleLinks);
  expect(text).toBe(`Vigil · Digest
Saturday 29 August 2026

1 article from 1 outlet in 1 language.
independent 1

Recorded from Friday 28 August, 07:00 to Saturday 29 August, 07:00.

----------------------------------------------------------------

Leading stories

Families mark the anniversary of the 1988 prison executions
\u2068The Harbour Post\u2069 · independent · English · Friday, 19:40
Relatives gathered near the Khavaran cemetery on Friday to remember those who were executed in the summer of 1988. Police kept the road closed for most of the morning, and no gathering was allowed at the graves.
anniversary, testimony · Matched “\u20681988 prison executions\u2069”, “\u2068Khavaran\u2069”, “\u2068anniversary\u2069”
${sampleCoverage().url}
Why here? https://vigil.example/articles/${sampleCoverage().articleId}

----------------------------------------------------------------

Who reported: \u2068The Harbour Post\u2069

Languages: English 1

----------------------------------------------------------------

Feeds: 41 of 41 checked in the last day, 2 failing, 1 without news for 30 days. 412 articles were read on Friday 28 August 2026 (UTC). What AWS asks for that day’s work: US$0.07.

Seal of the archive: SHA-256 over 1 article recorded from 2026-08-28T05:00:00Z to 2026-08-29T05:00:00Z; “vigil digest verify” computes it again.
${manifestOf([sampleCoverage()]).sha256}

You receive this digest because this address was subscribed to it. All times: Europe/Paris. This mail loads nothing from the network and reports nothing back.

Open the coverage page: https://vigil.example/
Unsubscribe: https://vigil.example/unsubscribe?token=sample
`);
});

test.each(['en', 'fa'] as const)(
  'every section of a full day stands in both parts, in the same order (%s)',
  (language) => {
    const digest = sampleDigest(language);
    const words = sectionText[language];
    const headings = [
      words.unanswered.heading,
      words.coming.heading,
      words.figures.heading,
      words.wording.heading,
      words.trend.heading,
      words.late.heading,
      words.late.possiblyOld,
      words.manifest.label,
    ];
    for (const part of [renderHtml(digest, allLinks), renderText(digest, allLinks)]) {
      const places = headings.map((heading) => part.indexOf(heading));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  },
);

test('feedback, settings and the web edition are linked where there are addresses for them', () => {
  const own = (links: typeof allLinks) =>
    hrefsOf(renderHtml(sampleDigest(), links)).filter((href) => /feedback|preferences|editions/.test(href));
  const shown = sampleDigest().expanded.length;
  expect([own(sampleLinks).length, new Set(own(allLinks)).size]).toEqual([0, 2 * shown + 2]);
  // The text part has one address for both buttons.
  const text = renderText(sampleDigest(), allLinks);
  for (const href of own(allLinks)) expect(text).toContain(href.replace(/&verdict=.*/, ''));
});

test('what the mail leaves out is linked to the edition on the web, or else to the page', () => {
  const more = (links: typeof allLinks) =>
    elementsOf(renderHtml(sampleDigest('en', manyArticles(400)), links)).find(
      ({ name, text }) => name === 'a' && /^and \d+ more on/.test(text),
    );
  expect([more(sampleLinks)?.attributes.href, more(allLinks)?.attributes.href]).toEqual([
    'https://vigil.example/',
    'https://vigil.example/editions/sample',
  ]);
});

test('a figure says what it counts and according to whom, in both parts and both languages', () => {
  const said = {
    en: ['Victims, as printed: “30,000” (according to', ')'],
    fa: ['شمار قربانیان در متن: «30,000» (به گفتهٔ', ')'],
  };
  for (const language of ['en', 'fa'] as const) {
    const digest = sampleDigest(language, [sampleCoverage()]);
    const [item] = digest.expanded;
    if (!item) throw new Error('the sample has a story');
    const figures = [{ words: '30,000', creditedTo: 'the opposition' }];
    const whole = { ...digest, expanded: [{ ...item, figures }] };
    const html = elementsOf(renderHtml(whole, sampleLinks)).map(({ text }) => text);
    for (const part of [renderText(whole, sampleLinks), html.join('\n')]) {
      const plain = part.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00A0', ' ');
      expect(plain).toContain(said[language].join(' the opposition'));
    }
  }
});
