import { createHash } from 'node:crypto';
import { articleIdOf, canonicalUrl } from './canonical-url.ts';
import { type Feed, WebUrl } from './feed.ts';
import type { ParsedItem } from './parsed-feed.ts';
import { titleName } from './title-name.ts';

/** A listed item under the names it may come again by. */
export interface Candidate {
  listed: ParsedItem;
  url: string;
  canonicalUrl: string;
  articleId: string;
  names: {
    address: string;
    /** Absent where the item has none, or shares it with another of the document. */
    guid?: string | undefined;
    /** Absent where the title is short, or stands in the document twice. */
    title?: string | undefined;
  };
}

/** The distinct articles of a document, newest first, and the items that are none: without an address, or listed again. */
export function candidatesOf(
  items: readonly ParsedItem[],
  feed: Pick<Feed, 'feedId' | 'outletId'>,
): { candidates: Candidate[]; withoutLink: number; repeated: number } {
  const addressed = items.map((item) => candidateOf(item, feed)).filter((candidate) => candidate !== undefined);
  const candidates = newestFirst(distinct(addressed));
  return { candidates, withoutLink: items.length - addressed.length, repeated: addressed.length - candidates.length };
}

/** @returns undefined for an item without a web address */
function candidateOf(
  listed: ParsedItem,
  { feedId, outletId }: Pick<Feed, 'feedId' | 'outletId'>,
): Candidate | undefined {
  const url = WebUrl.safeParse(listed.originalLink ?? listed.link ?? '');
  if (!url.success) return undefined;
  const canonical = canonicalUrl(url.data);
  const articleId = articleIdOf(canonical);
  const guid = listed.id && `guid|${feedId}|${createHash('sha256').update(listed.id).digest('hex').slice(0, 32)}`;
  const names = {
    address: addressName(articleId),
    ...(guid && { guid }),
    title: titleName(outletId, listed.title),
  };
  return { listed, url: url.data, canonicalUrl: canonical, articleId, names };
}

/** One candidate an address. A guid or a title that several addresses share identifies nothing and is left out. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const byArticle = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (!byArticle.has(candidate.articleId)) byArticle.set(candidate.articleId, candidate);
  const uses = new Map<string | undefined, number>();
  for (const { names } of byArticle.values())
    for (const name of [names.guid, names.title]) uses.set(name, (uses.get(name) ?? 0) + 1);
  const unshared = (name: string | undefined) => (uses.get(name) === 1 ? name : undefined);
  return [...byArticle.values()].map((candidate) => {
    const { address, guid, title } = candidate.names;
    return { ...candidate, names: { address, guid: unshared(guid), title: unshared(title) } };
  });
}

/** So that the daily limit keeps the newest; items without a date keep their place in the document, after the dated. */
function newestFirst(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => (b.listed.published ?? '').localeCompare(a.listed.published ?? ''));
}

/** The name by which an article is known under its address, in every feed. */
export const addressName = (articleId: string) => `url|${articleId}`;
