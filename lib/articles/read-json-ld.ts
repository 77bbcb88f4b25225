/** The article that a page describes as schema.org data. */
export interface JsonLdArticle {
  headline?: string | undefined;
  authors: string[];
  siteName?: string | undefined;
  published?: string | undefined;
  modified?: string | undefined;
  section?: string | undefined;
  language?: string | undefined;
  image?: string | undefined;
  body?: string | undefined;
}

type Thing = Record<string, unknown>;

const MAX_THINGS = 500;
const MAX_LEVELS = 8;
const articleType = /(Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/;

/** @returns undefined when no block describes an article; broken blocks are passed over */
export function readJsonLd(blocks: readonly string[]): JsonLdArticle | undefined {
  const things = blocks.flatMap((block) => thingsIn(parse(block)));
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)));
  const article = articles.find((thing) => text(thing.headline) ?? text(thing.name)) ?? articles[0];
  if (!article) return undefined;
  const byId = new Map(things.filter((thing) => thing.name && thing['@id']).map((thing) => [thing['@id'], thing]));
  const full = (value: unknown): unknown => (isThing(value) && !value.name ? (byId.get(value['@id']) ?? value) : value);
  return {
    headline: text(article.headline) ?? text(article.name),
    authors: list(article.author ?? article.creator).flatMap((author) => nameOf(full(author)) ?? []),
    siteName: nameOf(full(list(article.publisher)[0])),
    published: text(article.datePublished) ?? text(article.dateCreated),
    modified: text(article.dateModified),
    section: text(list(article.articleSection)[0]),
    language: text(list(article.inLanguage)[0]) ?? text((list(article.inLanguage)[0] as Thing)?.alternateName),
    image: imageOf(full(list(article.image)[0])),
    body: text(article.articleBody),
  };
}

function parse(block: string): unknown {
  const json = block.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    // Line breaks inside strings are the commonest fault of hand-made templates.
    try {
      return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return undefined;
    }
  }
}

function thingsIn(value: unknown, found: Thing[] = [], level = 0): Thing[] {
  if (level > MAX_LEVELS || found.length >= MAX_THINGS) return found;
  if (Array.isArray(value)) for (const entry of value) thingsIn(entry, found, level + 1);
  if (!isThing(value)) return found;
  found.push(value);
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'liveBlogUpdate',
    'itemListElement',
    'author',
    'publisher',
  ]) {
    if (typeof value[key] === 'object') thingsIn(value[key], found, level + 1);
  }
  return found;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return list(thing['@type']).filter((type) => typeof type === 'string');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  return text(value) ?? (isThing(value) ? text(list(value.name)[0]) : undefined);
}

function imageOf(value: unknown): string | undefined {
  return text(value) ?? (isThing(value) ? (text(list(value.url)[0]) ?? text(value.contentUrl)) : undefined);
}
