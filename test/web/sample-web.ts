import type { Article } from '../../lib/articles/article.ts';
import type { Match } from '../../lib/classification/classification.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { newConfirmation } from '../../lib/digest/ask-confirmation.ts';
import type { Item } from '../../lib/feeds/item.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { sampleUsage } from '../cost/sample-usage.ts';
import { sampleSubscriber } from '../digest/fake-ports.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { sampleDay } from '../digest/sample-day.ts';
import { openWeb } from './open-web.ts';

const title = 'خانواده‌های جان‌باختگان تابستان ۶۷ گرد هم آمدند';
const text = [
  'شماری از خانواده‌های زندانیان سیاسی صبح جمعه خود را به گورستان خاوران رساندند. راه‌های ورودی از شب پیش بسته بود.',
  'آنان یاد قربانیان قتل‌عام را گرامی داشتند؛ مأموران اجازهٔ ماندن ندادند.',
  'بازماندگان می‌گویند دادخواهی ادامه دارد. «ما فراموش نمی‌کنیم.»',
].join('\n\n');

function match(words: string, points: number, field: Match['field'] = 'text'): Match {
  const start = (field === 'title' ? title : text).indexOf(words);
  return { ruleId: `fa/${words}`, field, start, end: start + words.length, words, points, themes: ['testimony'] };
}

/** A record in Persian whose matches stand at their places in the title and the text. */
export const persianRecord: Coverage = sampleCoverage({
  title,
  outletId: 'setareh.example',
  outletName: 'رسانهٔ ستاره',
  relation: 'exile',
  language: 'fa',
  score: 14,
  excerpt: text.slice(0, 90),
  publishedAt: '2026-08-28T13:21:00.000Z',
  matches: [
    match('تابستان ۶۷', 5, 'title'),
    match('خاوران', 5),
    match('قتل‌عام', 4),
    match('مأموران', -2),
    match('دادخواهی', 0),
    // Lies within a heavier match and is not shown twice.
    { ...match('خاوران', 1), ruleId: 'fa/part', start: text.indexOf('خاوران') + 2 },
  ],
});

export const persianArticle: Article = {
  title,
  publishedAt: '2026-08-28T13:21:00.000Z',
  language: 'fa',
  text,
  links: [],
  sources: { title: 'json-ld', text: 'page' },
  quality: 0.8,
};

const item: Item = {
  schemaVersion: 1,
  articleId: persianRecord.articleId,
  feedId: persianRecord.feedId,
  url: persianRecord.url,
  canonicalUrl: persianRecord.canonicalUrl,
  title,
  firstSeenAt: '2026-08-28T14:00:00.000Z',
  state: 'done',
  outcome: 'recorded',
  reason: 'score 14.0, relevant from 6.0',
  trace: [
    { at: '2026-08-28T14:00:00.000Z', stage: 'fetch-feed', what: 'listed by رسانهٔ ستاره; new, queued for reading' },
    { at: '2026-08-28T14:00:09.000Z', stage: 'read-article', what: 'page read: 190 characters, quality 0.80' },
  ],
  expiresAt: 2_000_000_000,
};

export const persianReader = sampleSubscriber({
  subscriberId: '00000000000000fa',
  address: 'persian@reader.example',
  ...{ zone: 'Asia/Tehran', language: 'fa', frequency: 'weekly', weekday: 6, quietDay: 'weekly', state: 'paused' },
  filter: { themes: ['denial'], languages: ['fa'], relations: ['state'], outlets: ['radiofarda.com'], minimumScore: 8 },
});

export const sampleConfirmation = newConfirmation(
  { purpose: 'sign-up', address: 'new@reader.example', language: 'fa' },
  new Date('2026-08-28T08:00:00.000Z'),
  () => '0123456789abcdef'.repeat(2),
);

const longUrl = `https://news.example.org/${'a-very-long-path-without-a-break'.repeat(6)}/feed.xml`;

/** A day of coverage, a record in Persian with its text, feeds in every state and a digest. */
export const openSampleWeb = () =>
  openWeb({
    isSignUpOpen: true,
    readers: [sampleSubscriber(), persianReader],
    confirmations: [sampleConfirmation],
    usage: sampleUsage,
    coverage: [persianRecord, ...sampleDay],
    article: persianArticle,
    items: [item],
    feeds: [
      sampleFeed({ lastCheckedAt: '2026-08-28T19:00:00.000Z', lastOutcome: 'read', lastDetail: '20 items, 2 to read' }),
      sampleFeed({ url: longUrl, title: 'A long address', relation: 'state', state: 'gone', lastOutcome: 'gone' }),
      sampleFeed({
        url: 'https://b.example/',
        title: 'خبرگزاری',
        language: 'fa',
        relation: 'unknown',
        state: 'paused',
      }),
      sampleFeed({
        url: 'https://c.example/',
        title: 'Failing',
        relation: 'campaign',
        lastOutcome: 'failing',
        consecutiveFailures: 4,
        movedTo: { url: 'https://d.example/', sightings: 2 },
      }),
      sampleFeed({ url: 'https://e.example/', title: 'Never asked', relation: 'igo' }),
    ],
    edition: `<!doctype html><html lang="en"><head><title>Digest</title></head><body><main><h1>Digest</h1><p><a href="https://harbour-post.example/news/1">A story</a> · <a href="https://vigil.example/unsubscribe?token=00000000000000aa.${'x'.repeat(43)}">Unsubscribe</a></p></main></body></html>`,
  });
