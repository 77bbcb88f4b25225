import type { ParsedFeed } from './parsed-feed.ts';

/** One element directly inside an item or channel, as a reader found it. */
export interface RawField {
  /** In lower case, with the prefix that is customary for its namespace: `title`, `dc:date`, `content:encoded`. */
  name: string;
  /** By name in lower case, values decoded. */
  attributes: Readonly<Record<string, string>>;
  /** Text with XML entities decoded, without elements. */
  text: string;
  /** Text and elements as markup, when there are elements inside. */
  markup?: string | undefined;
  /** Base for relative addresses where `xml:base` says so. */
  base?: string | undefined;
  /** Text of the elements directly inside, by their local name; the first of each. */
  inner?: Readonly<Record<string, string>> | undefined;
}

export interface RawItem {
  attributes: Readonly<Record<string, string>>;
  fields: RawField[];
}

/** A feed's elements before anybody decides which of them is the link, the title or the date. */
export interface RawFeed {
  format: ParsedFeed['format'];
  attributes: Readonly<Record<string, string>>;
  fields: RawField[];
  items: RawItem[];
  /** As in `ParsedFeed.repairs`. */
  repairs: string[];
}

/** Measured on public feed suites: no sound document has more. */
export const MAX_ITEMS = 2_000;
/** Of one document. The largest sound one in the public suites has a tenth of it. */
export const MAX_TAGS = 500_000;
/** Of one item, and of the channel. */
export const MAX_FIELDS = 200;
export const MAX_TITLE_CHARS = 2_000;
export const MAX_CONTENT_CHARS = 1_000_000;
