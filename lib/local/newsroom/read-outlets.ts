import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError } from '../../errors.ts';
import { findArticle } from './find-article.ts';
import type { NewsroomArticle, NewsroomOutlet } from './newsroom-outlet.ts';
import { parseOutlet } from './parse-outlet.ts';

const outletsFolder = join(import.meta.dirname, 'outlets');

/**
 * Every outlet of the newsroom by id, wire copy filled in.
 *
 * @throws InvalidInputError as parseOutlet, and for wire copy of an article that does not exist
 */
export function readOutlets(folder: string = outletsFolder): NewsroomOutlet[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const outlets = files.sort().map((name) => parseOutlet(name, readFileSync(join(folder, name), 'utf8')));
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
