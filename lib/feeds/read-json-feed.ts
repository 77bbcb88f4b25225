import { BrokenFeedError, NotAFeedError } from './feed-errors.ts';
import { parseBrokenJson } from './parse-broken-json.ts';
import { MAX_ITEMS, type RawFeed, type RawField, type RawItem } from './raw-feed.ts';

type JsonObject = Record<string, unknown>;

/**
 * Elements of a JSON Feed (https://www.jsonfeed.org/version/1.1/), under the names that the XML formats use. Text that
 * is cut off gives the items before the cut.
 *
 * @throws NotAFeedError for JSON of any other kind, BrokenFeedError for text that is no JSON at all
 */
export function readJsonFeed(text: string): RawFeed {
  // None of them may stand in JSON as it is.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  const { value, repairs: mended } = parseBrokenJson(clean);
  const repairs = clean === text ? mended : ['control characters', ...mended];
  if (value === undefined) throw new BrokenFeedError('the document is neither JSON nor XML that can be read');
  const feed = asObject(value);
  const items = feed?.items;
  const isFeed = String(feed?.version ?? '').includes('jsonfeed.org') || feed?.home_page_url || feed?.feed_url;
  if (!feed || !Array.isArray(items) || !(isFeed || items.some(isItem))) {
    throw new NotAFeedError('this is JSON, but not a JSON Feed');
  }
  return {
    format: 'json',
    attributes: {},
    fields: fieldsOf(feed, { title: 'title', home_page_url: 'link', language: 'language' }),
    items: items.slice(0, MAX_ITEMS).flatMap((item) => readItem(item)),
    repairs: items.length > MAX_ITEMS ? [...repairs, `more than ${MAX_ITEMS} items`] : repairs,
  };
}

function isItem(value: unknown): boolean {
  const item = asObject(value);
  return item !== undefined && ('content_html' in item || 'content_text' in item || 'date_published' in item);
}

function readItem(value: unknown): RawItem[] {
  const item = asObject(value);
  if (!item) return [];
  const fields = fieldsOf(item, {
    id: 'id',
    url: 'link',
    external_url: 'link',
    title: 'title',
    date_published: 'published',
    date_modified: 'modified',
    summary: 'summary',
    content_html: 'content',
    content_text: 'content',
  });
  const authors = Array.isArray(item.authors) ? item.authors : [item.author];
  const author = asObject(authors[0])?.name;
  if (typeof author === 'string') fields.push(fieldOf('author', author));
  return [{ attributes: {}, fields }];
}

function fieldsOf(from: JsonObject, names: Readonly<Record<string, string>>): RawField[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const value = from[key];
    return typeof value === 'string' || typeof value === 'number' ? [fieldOf(name, String(value))] : [];
  });
}

function fieldOf(name: string, text: string): RawField {
  // JSON Feed titles are plain text.
  return { name, attributes: name === 'title' ? { type: 'text' } : {}, text };
}

function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
