import { InvalidInputError } from '../../errors.ts';
import { NewsroomOutlet } from './newsroom-outlet.ts';

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

/** The path with the slug of the article in place of its number where the file gives one. */
function nameEntry(json: unknown, path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  if (first !== 'articles' || typeof index !== 'number') return path.map(String).join('.');
  const entries = (json as { articles?: { slug?: unknown }[] } | null)?.articles;
  const slug = entries?.[index]?.slug;
  const entry = typeof slug === 'string' ? `article "${slug}"` : `article ${index + 1}`;
  return rest.length > 0 ? `${entry}: ${rest.map(String).join('.')}` : entry;
}
