import { addressName } from '../feeds/candidates.ts';
import { articleIdOf, canonicalUrl } from '../feeds/canonical-url.ts';
import type { Item } from '../feeds/item.ts';
import type { ItemStore } from '../feeds/item-store.ts';
import type { Coverage } from './coverage.ts';
import type { CoverageStore } from './coverage-store.ts';

export interface ExplainNeeds {
  itemStore: Pick<ItemStore, 'findIdentities' | 'listItems'>;
  coverageStore: Pick<CoverageStore, 'get'>;
}

/** All that is known of one address. */
export interface Explanation {
  url: string;
  canonicalUrl: string;
  articleId: string;
  /** One for each feed that listed it, first seen first; empty when no feed did. */
  items: Item[];
  /** Absent unless it was recorded as coverage or as a passing mention. */
  coverage?: Coverage | undefined;
}

/** Follows an address to its article, also by another address under which the article is known. */
export async function explainAddress(url: string, needs: ExplainNeeds): Promise<Explanation> {
  const canonical = canonicalUrl(url);
  const ownId = articleIdOf(canonical);
  const name = addressName(ownId);
  const articleId = (await needs.itemStore.findIdentities([name])).get(name)?.articleId ?? ownId;
  const [items, coverage] = await Promise.all([
    needs.itemStore.listItems(articleId),
    needs.coverageStore.get(articleId),
  ]);
  return { url, canonicalUrl: canonical, articleId, items, coverage };
}
