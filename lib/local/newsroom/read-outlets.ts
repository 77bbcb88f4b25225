import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError } from '../../errors.ts';
import { type NewsroomArticle, NewsroomOutlet } from './newsroom-outlet.ts';

const outletsFolder = join(import.meta.dirname, 'outlets');

/**
 * One outlet from the text of its file.
 *
 * @throws InvalidInputError naming the file, the article and what is wrong with it
 */
export function parseOutlet(fileName: string, text: string): NewsroomOutlet {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InvalidInputError(`${fileName}: not JSON: ${String(cause)}`, { cause });
  }
  const parsed = NewsroomOutlet.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${nameEntry(json, issue.path)}: ${issue.message}`);
    throw new InvalidInputError(`${fileName}: ${problems.join('; ')}`);
  }
  const slugs = parsed.data.articles.map((article) => article.slug);
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  if (twice) throw new InvalidInputError(`${fileName}: article "${twice}" stands in the file twice`);
  return parsed.data;
}

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

function fillWireCopy(outletId: string, article: NewsroomArticle, outlets: readonly NewsroomOutlet[]): NewsroomArticle {
  const name = `${outletId}/${article.slug}`;
  const taken = article.wire
    ? findArticle(outlets, article.wire, name).article.paragraphs.slice(0, article.wire.paragraphs)
    : [];
  const paragraphs = [...taken, ...article.paragraphs];
  if (paragraphs.length === 0) throw new InvalidInputError(`${name}: has no paragraphs`);
  return { ...article, paragraphs };
}

/** The path with the slug of the article in place of its number where the file gives one. */
function nameEntry(json: unknown, path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  if (first !== 'articles' || typeof index !== 'number') return path.map(String).join('.');
  const entries = (json as { articles?: { slug?: unknown }[] } | null)?.articles;
  const slug = entries?.[index]?.slug;
  const entry = typeof slug === 'string' ? `article "${slug}"` : `article ${index + 1}`;
  return rest.length > 0 ? `${entry}: ${rest.map(String).join('.')}` : entry;
}
