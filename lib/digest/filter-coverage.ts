import type { Coverage } from '../coverage/coverage.ts';
import type { ReaderFilter } from './reader-filter.ts';

type Filtered = Pick<Coverage, 'themes' | 'language' | 'relation' | 'outletId' | 'score'>;

/** The coverage that a reader wants, in the order given. Regional tags count as their language: `fa-AF` is `fa`. */
export function filterCoverage<T extends Filtered>(coverage: readonly T[], filter: ReaderFilter): T[] {
  const { themes, languages, relations, outlets, minimumScore = Number.NEGATIVE_INFINITY } = filter;
  const admits = <V>(list: readonly V[], value: V) => list.length === 0 || list.includes(value);
  return coverage.filter(
    (article) =>
      (themes.length === 0 || article.themes.some((theme) => themes.includes(theme))) &&
      admits(languages, article.language.split('-')[0]?.toLowerCase() ?? '') &&
      admits(relations, article.relation) &&
      admits(outlets, article.outletId) &&
      article.score >= minimumScore,
  );
}
