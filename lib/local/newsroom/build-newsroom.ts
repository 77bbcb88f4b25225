import { createHash } from 'node:crypto';
import { encodeText } from './encode-text.ts';
import { findArticle } from './find-article.ts';
import type { NewsroomArticle, NewsroomOutlet } from './newsroom-outlet.ts';
import { articleUrl, placesOf } from './outlet-places.ts';
import { writeFrontPage, writeNewsroomIndex } from './pages/write-index.ts';
import { writePage } from './pages/write-page.ts';
import { type FeedEntry, feedTypes, writeFeed } from './write-feed.ts';

const millisecondsPerHour = 3_600_000;

/** One document of the newsroom, ready to be sent. */
export interface Resource {
  contentType: string;
  body: Buffer;
  etag: string;
  lastModified: Date;
}

export const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * millisecondsPerHour);

/** Every document of the newsroom by the path under which it is served. */
export function buildNewsroom(origin: string, outlets: readonly NewsroomOutlet[], now: Date): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  const put = (url: string, contentType: string, body: Buffer, lastModified: Date) => {
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    resources.set(new URL(url).pathname, { contentType, body, etag, lastModified });
  };
  const entryOf = (outlet: NewsroomOutlet, article: NewsroomArticle): FeedEntry => ({
    url: articleUrl(origin, outlet, article.slug),
    article,
    publishedAt: hoursBefore(now, article.hoursAgo),
  });

  const asListed = (entry: FeedEntry): FeedEntry => {
    const { listedHoursAgo } = entry.article;
    return listedHoursAgo === undefined ? entry : { ...entry, publishedAt: hoursBefore(now, listedHoursAgo) };
  };

  for (const outlet of outlets) {
    const { charset, charsetInHeader } = outlet.page;
    const places = placesOf(origin, outlet);
    const htmlType = charsetInHeader ? `text/html; charset=${charset}` : 'text/html';
    const own = outlet.articles.map((article) => entryOf(outlet, article));
    const listed = outlet.feed.alsoLists.map((source) => {
      const found = findArticle(outlets, source, `${outlet.id}: alsoLists`);
      return entryOf(found.outlet, found.article);
    });
    const current = [...own, ...listed].filter(({ article }) => article.seenHoursAgo === undefined);
    const entries = current.map(asListed).sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    const newest = entries[0]?.publishedAt ?? now;

    put(places.feedUrl, feedTypes[outlet.feed.format], encodeText(writeFeed(outlet, entries, places), charset), newest);
    const headlines = own.map(({ url, article }) => ({ title: article.title, url }));
    put(places.siteUrl, htmlType, encodeText(writeFrontPage(outlet, places.feedUrl, headlines), charset), newest);
    for (const { url, article, publishedAt } of own) {
      const language = article.language ?? outlet.language;
      const others = headlines.filter((headline) => headline.url !== url);
      const page = writePage({ outlet, article, language, url, siteUrl: places.siteUrl, publishedAt, others });
      put(url, htmlType, encodeText(page, charset), publishedAt);
    }
  }

  const index = writeNewsroomIndex(outlets.map((outlet) => ({ outlet, ...placesOf(origin, outlet) })));
  put(`${origin}/`, 'text/html; charset=utf-8', Buffer.from(index), now);
  put(`${origin}/robots.txt`, 'text/plain; charset=utf-8', Buffer.from('User-agent: *\nDisallow: /search\n'), now);
  return resources;
}
