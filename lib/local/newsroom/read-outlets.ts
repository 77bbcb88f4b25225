import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { findArticle } from './find-article.ts';
import { NewsroomArticle, type NewsroomOutlet } from './newsroom-outlet.ts';
import { parseOutlet } from './parse-outlet.ts';
import pastJson from './past-articles.json' with { type: 'json' };

const outletsFolder = join(import.meta.dirname, 'outlets');

/** Further articles of outlets, by the outlet's id. */
const MoreArticles = z.record(z.string(), z.array(NewsroomArticle));
export type MoreArticles = z.infer<typeof MoreArticles>;

/** What the outlets of the newsroom brought before, and what of today goes on with it. */
export const pastArticles = (): MoreArticles => MoreArticles.parse(pastJson);

/**
 * Every outlet of the newsroom by id, wire copy filled in.
 *
 * @param more articles that come after the outlets' own
 *
 * @throws InvalidInputError as parseOutlet, and for wire copy of an article that does not exist
 */
export function readOutlets(folder: string = outletsFolder, more: MoreArticles = {}): NewsroomOutlet[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const outlets = files.sort().map((name) => {
    const outlet = parseOutlet(name, readFileSync(join(folder, name), 'utf8'));
    return { ...outlet, articles: [...outlet.articles, ...(more[outlet.id] ?? [])] };
  });
  return outlets.map((outlet) => ({
    ...outlet,
    articles: outlet.articles.map((article) => fillWireCopy(outlet.id, article, outlets)),
  }));
}

function fillWireCopy(outletId: string, article: NewsroomArticle, outlets: readonly NewsroomOutlet[]): NewsroomArticle {
  const name = `${outletId}/${article.slug}`;
  const taken = article.wire
    ? findArticle(outlets, article.wire, name).article.paragraphs.slice(0, article.wire.paragraphs)
    : [];
  const paragraphs = [...taken, ...article.paragraphs];
  if (paragraphs.length === 0) throw new InvalidInputError(`${name}: has no paragraphs`);
  return { ...article, paragraphs };
}
