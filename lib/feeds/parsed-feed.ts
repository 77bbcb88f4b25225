/** One entry of a feed document as the reader understood it: plain text, absolute addresses, times in UTC. */
export interface ParsedItem {
  /** guid (RSS), id (Atom, JSON Feed), rdf:about (RSS 1.0). */
  id?: string | undefined;
  /** Absolute http(s) address of the article as the feed links it. */
  link?: string | undefined;
  /** The publisher's own address (`feedburner:origLink`), where `link` goes through a counter: the one to ask and to know the article by. */
  originalLink?: string | undefined;
  /** Text without markup. */
  title?: string | undefined;
  /** ISO 8601 in UTC; absent when the document gives no date that can be understood. */
  published?: string | undefined;
  /** Text or HTML as in the document, at most 1 MB. */
  summary?: string | undefined;
  content?: string | undefined;
  author?: string | undefined;
}

/** How a document was read: what a person asks when a feed looks wrong. */
export interface FeedAccount {
  encoding: string;
  /** Why this one: "valid UTF-8", "declared by the server". */
  encodingFrom: string;
  reader: 'rss-parser' | 'tolerant reader' | 'JSON reader';
  /** Dates of items that could not be understood, as written; at most five. */
  unreadDates: string[];
  itemsWithUnreadDate: number;
}

export interface ParsedFeed {
  format: 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap';
  title?: string | undefined;
  /** The site's own address. */
  link?: string | undefined;
  language?: string | undefined;
  items: ParsedItem[];
  /** What had to be mended to read it, for a person: "bare ampersands", "cut off at the end". Empty for a sound document. */
  repairs: string[];
  account?: FeedAccount;
}
