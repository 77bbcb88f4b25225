import { buildFeed, unreadDatesOf } from './build-feed.ts';
import { decodeBytes } from './decode-bytes.ts';
import { discoverFeeds } from './discover-feeds.ts';
import { BrokenFeedError, NotAFeedError } from './feed-errors.ts';
import type { FeedAccount, ParsedFeed } from './parsed-feed.ts';
import type { RawFeed } from './raw-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readWithRssParser } from './read-with-rss-parser.ts';
import { readXmlFeed } from './read-xml-feed.ts';
import { hasFeedRoot, repairDocument } from './repair-document.ts';

const MAX_SHOWN_DATES = 5;

export interface ParseFeedOptions {
  /** Value of the Content-Type header. */
  contentType?: string | undefined;
  /** Where the document was found, after redirects; relative links count from here. */
  url: string;
}

/**
 * What a feed document says: RSS 0.9–2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, news sitemaps, sound or not.
 * rss-parser reads where it reads whole; a tolerant reader takes over wherever it fails or leaves a gap.
 *
 * Time and memory follow the length, but hostile documents belong in a parsing box: see `createFeedReader`.
 *
 * @throws NotAFeedError when the document is something else, with the feeds that a web page links
 * @throws BrokenFeedError when nothing of a feed can be saved
 */
export async function parseFeed(bytes: Uint8Array, options: ParseFeedOptions): Promise<ParsedFeed> {
  const { text, repairs, encoding, encodingFrom } = decodeBytes(bytes, options.contentType);
  if (text.trim() === '') throw new BrokenFeedError('the document is empty');
  const start = startOfJson(text);
  const { raw, reader } =
    start >= 0
      ? { raw: readJsonFeed(text.slice(start)), reader: 'JSON reader' as const }
      : await readXml(text, options.url);
  const feed = buildFeed(raw, options.url);
  const unread = unreadDatesOf(raw);
  const account: FeedAccount = {
    encoding,
    encodingFrom,
    reader,
    unreadDates: [...new Set(unread)].slice(0, MAX_SHOWN_DATES),
    itemsWithUnreadDate: unread.length,
  };
  return { ...feed, repairs: [...repairs, ...feed.repairs], account };
}

/** JSON as it is, or behind a comment, a callback's name, a guard against inclusion or a warning: `cb({`, `)]}',`. */
function startOfJson(text: string): number {
  if (/^\s*[{[]/.test(text)) return Math.max(text.indexOf('{'), 0);
  const start = text.slice(0, 20_000).search(/\{\s{0,200}["'\w]/);
  const isFeed = start >= 0 && text.slice(start, start + 5_000).includes('jsonfeed.org');
  return isFeed && !hasFeedRoot(text.slice(0, start)) ? start : -1;
}

async function readXml(text: string, url: string): Promise<{ raw: RawFeed; reader: FeedAccount['reader'] }> {
  const document = repairDocument(text);
  const root = /^<([\w:.-]{1,80})/.exec(document.text)?.[1]?.toLowerCase().replace(/^.*:/, '') ?? '';
  if (!/^(?:rss|rdf|feed|entry|channel|item|urlset)$/.test(root)) throw whatElse(root, text, url);
  const sound = await readWithRssParser(document);
  const raw = sound ?? readXmlFeed(document);
  const isCutOff = raw.items.length === 0 && raw.fields.length === 0 && !/<\/|\/>/.test(document.text.slice(-1_000));
  if (isCutOff) throw new BrokenFeedError('the document begins as a feed and ends before its first element');
  if (raw.format === 'sitemap' && !raw.items.some((item) => item.fields.some(({ name }) => name === 'news:news'))) {
    throw new NotAFeedError('this is a sitemap without news: use a news sitemap or a feed');
  }
  const repairs = [...document.repairs, ...raw.repairs];
  return { raw: { ...raw, repairs }, reader: sound ? 'rss-parser' : 'tolerant reader' };
}

function whatElse(root: string, text: string, url: string): Error {
  if (root === 'opml') return new NotAFeedError('this is a list of feeds (OPML): import it instead');
  if (root === 'sitemapindex')
    return new NotAFeedError('this is an index of sitemaps: use the address of its news sitemap');
  if (!/<(?:!doctype\s+html|html|head|body|title|meta|script|div|p)[\s>]/i.test(text.slice(0, 20_000))) {
    return new NotAFeedError('the document is neither a feed nor a web page');
  }
  const linkedFeeds = discoverFeeds(text, url);
  const [first] = linkedFeeds;
  return first === undefined
    ? new NotAFeedError('this is a web page, and it links no feed')
    : new NotAFeedError(`this is a web page; it links the feed ${first}`, linkedFeeds);
}
