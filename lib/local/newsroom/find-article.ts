import { InvalidInputError } from '../../errors.ts';
import type { NewsroomArticle, NewsroomOutlet } from './newsroom-outlet.ts';

/** @throws InvalidInputError when the outlet has no such article; `wanted` is named as the one who asked */
export function findArticle(
  outlets: readonly NewsroomOutlet[],
  source: { outlet: string; slug: string },
  wanted: string,
): { outlet: NewsroomOutlet; article: NewsroomArticle } {
  const outlet = outlets.find(({ id }) => id === source.outlet);
  const article = outlet?.articles.find(({ slug }) => slug === source.slug);
  if (outlet && article) return { outlet, article };
  throw new InvalidInputError(`${wanted}: there is no article ${source.outlet}/${source.slug}`);
}
