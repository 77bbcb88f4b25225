import { escapeMarkup } from './escape-markup.ts';
import { formatJalali } from './format-dates.ts';
import type { NewsroomArticle, NewsroomOutlet } from './newsroom-outlet.ts';
import type { OutletPlaces } from './outlet-places.ts';

export interface FeedEntry {
  url: string;
  article: NewsroomArticle;
  publishedAt: Date;
}

export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
} as const;

/** The outlet's feed document in its own format, as text; an XML declaration names the outlet's charset. */
export function writeFeed(outlet: NewsroomOutlet, entries: readonly FeedEntry[], places: OutletPlaces): string {
  const { format } = outlet.feed;
  if (format === 'json') return writeJsonFeed(outlet, entries, places);
  const write = { rss: writeRss, atom: writeAtom, rdf: writeRdf }[format];
  return `<?xml version="1.0" encoding="${outlet.page.charset}"?>\n${write(outlet, entries, places)}`;
}

function writeRss(outlet: NewsroomOutlet, entries: readonly FeedEntry[], places: OutletPlaces): string {
  const date = (at: Date) => (outlet.feed.dates === 'jalali' ? formatJalali(at) : at.toUTCString());
  const items = entries.map(
    ({ url, article, publishedAt }) => `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${escapeMarkup(url)}</link>
<guid isPermaLink="true">${escapeMarkup(url)}</guid>
<pubDate>${date(publishedAt)}</pubDate>
<category>${escapeMarkup(article.section)}</category>
<description>${escapeMarkup(article.paragraphs[0] ?? '')}</description>${
      outlet.feed.fullText ? `\n<content:encoded><![CDATA[${bodyMarkup(article)}]]></content:encoded>` : ''
    }
</item>`,
  );
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escapeMarkup(outlet.name)}</title>
<link>${escapeMarkup(places.siteUrl)}</link>
<description>${escapeMarkup(outlet.name)}</description>
<language>${outlet.language}</language>
${items.join('\n')}
</channel>
</rss>
`;
}

function writeAtom(outlet: NewsroomOutlet, entries: readonly FeedEntry[], places: OutletPlaces): string {
  const items = entries.map(
    ({ url, article, publishedAt }) => `<entry>
<title>${escapeMarkup(article.title)}</title>
<link href="${escapeMarkup(url)}"/>
<id>${escapeMarkup(url)}</id>
<published>${publishedAt.toISOString()}</published>
<updated>${publishedAt.toISOString()}</updated>
<author><name>${escapeMarkup(article.byline)}</name></author>
<summary>${escapeMarkup(article.paragraphs[0] ?? '')}</summary>${
      outlet.feed.fullText ? `\n<content type="html">${escapeMarkup(bodyMarkup(article))}</content>` : ''
    }
</entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<title>${escapeMarkup(outlet.name)}</title>
<id>${escapeMarkup(places.feedUrl)}</id>
<link href="${escapeMarkup(places.siteUrl)}"/>
<link rel="self" href="${escapeMarkup(places.feedUrl)}"/>
<updated>${entries[0]?.publishedAt.toISOString() ?? ''}</updated>
${items.join('\n')}
</feed>
`;
}

function writeRdf(outlet: NewsroomOutlet, entries: readonly FeedEntry[], places: OutletPlaces): string {
  const items = entries.map(
    ({ url, article, publishedAt }) => `<item rdf:about="${escapeMarkup(url)}">
<title>${escapeMarkup(article.title)}</title>
<link>${escapeMarkup(url)}</link>
<description>${escapeMarkup(article.paragraphs[0] ?? '')}</description>
<dc:date>${publishedAt.toISOString()}</dc:date>
</item>`,
  );
  const sequence = entries.map(({ url }) => `<rdf:li rdf:resource="${escapeMarkup(url)}"/>`);
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escapeMarkup(places.feedUrl)}">
<title>${escapeMarkup(outlet.name)}</title>
<link>${escapeMarkup(places.siteUrl)}</link>
<description>${escapeMarkup(outlet.name)}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${sequence.join('')}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}

function writeJsonFeed(outlet: NewsroomOutlet, entries: readonly FeedEntry[], places: OutletPlaces): string {
  const items = entries.map(({ url, article, publishedAt }) => ({
    id: url,
    url,
    title: article.title,
    summary: article.paragraphs[0],
    content_html: bodyMarkup(article),
    date_published: publishedAt.toISOString(),
    authors: [{ name: article.byline }],
    language: article.language ?? outlet.language,
    tags: [article.section],
  }));
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: places.siteUrl,
    feed_url: places.feedUrl,
    language: outlet.language,
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function bodyMarkup(article: NewsroomArticle): string {
  return article.paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join('\n');
}
