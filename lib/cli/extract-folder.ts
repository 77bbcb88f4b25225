import { readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article, ArticleReader, ArticleReading } from '../articles/article.ts';
import { createArticleReader } from '../articles/article-reader.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { readPageFile } from './read-page-file.ts';

/** One page of the batch form. `articleBody` is empty unless `status` is "read". */
type ExtractedPage = { articleBody: string; status: ArticleReading['status'] | string } & Partial<
  Omit<Article, 'text'>
>;

const PAGE_NAME = /\.html?(\.gz)?$/i;
/** How many pages pass between two lines of progress. */
const PROGRESS_PAGES = 50;

/** Writes the articles of a folder of `<id>.html` or `<id>.html.gz` to one JSON file. */
export async function extractFolder(folder: string, out: string, io: CommandIo): Promise<void> {
  const names = await readdir(folder).catch((cause) => {
    throw new UserError(`${folder}: cannot be read (${cause.code ?? cause.message}); give a folder of pages`, 1, {
      cause,
    });
  });
  const pages = names.filter((name) => PAGE_NAME.test(name)).sort();
  if (pages.length === 0) throw new UserError(`${folder}: no <id>.html or <id>.html.gz in it`);
  const result: Record<string, ExtractedPage> = {};
  for (const name of pages) result[idOf(name)] = { articleBody: '', status: 'not read' };
  const queue = [...pages];
  let done = 0;

  async function work(reader: ArticleReader): Promise<void> {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      result[idOf(name)] = await extractPage(join(folder, name), reader);
      done += 1;
      if (done % PROGRESS_PAGES === 0) io.stderr(`${done} of ${pages.length} pages`);
    }
  }

  const readers = Array.from({ length: Math.min(availableParallelism(), 4, pages.length) }, createArticleReader);
  await Promise.all(readers.map(work)).finally(() => Promise.all(readers.map((reader) => reader.close())));
  await writeFile(out, `${JSON.stringify(result)}\n`).catch((cause) => {
    throw new UserError(`${out}: cannot be written (${cause.code ?? cause.message})`, 1, { cause });
  });
  const read = Object.values(result).filter((page) => page.status === 'read').length;
  io.stderr(`${pages.length} pages, ${read} articles, ${pages.length - read} without one; written to ${out}`);
}

async function extractPage(path: string, reader: ArticleReader): Promise<ExtractedPage> {
  try {
    const reading = await reader.read({ bytes: await readPageFile(path), url: pathToFileURL(path).href });
    if (reading.status === 'unreadable') return { articleBody: '', status: `${reading.reason}: ${reading.detail}` };
    const { text, ...rest } = reading.article;
    return { articleBody: text, status: 'read', ...rest };
  } catch (error) {
    return { articleBody: '', status: (error as Error).message };
  }
}

function idOf(name: string): string {
  return basename(name).replace(PAGE_NAME, '');
}
