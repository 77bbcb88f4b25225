import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Article, ArticleReader, ArticleReading } from '../articles/article.ts';
import { createArticleReader } from '../articles/article-reader.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';

export interface ExtractOptions {
  /** One page, or else `pagesDir` with `out`. */
  file?: string | undefined;
  /** A folder of `<id>.html` or `<id>.html.gz`. */
  pagesDir?: string | undefined;
  out?: string | undefined;
  /** The address the page came from; without it the page's own canonical address is believed. */
  url?: string | undefined;
  json?: boolean | undefined;
}

/** One page of the batch form. `articleBody` is empty unless `status` is "read". */
type ExtractedPage = { articleBody: string; status: ArticleReading['status'] | string } & Partial<
  Omit<Article, 'text'>
>;

const PAGE_NAME = /\.html?(\.gz)?$/i;
/** How many pages pass between two lines of progress. */
const PROGRESS_PAGES = 50;

/** Prints the article of one page, or writes those of a folder to one JSON file. */
export async function extractCommand(options: ExtractOptions, io: CommandIo): Promise<void> {
  if (options.file !== undefined) return extractFile(options.file, options, io);
  if (!options.pagesDir) throw new UserError('give one page, or --pages DIR with --out FILE', 2);
  if (!options.out) throw new UserError('--pages needs --out FILE, where the articles are written', 2);
  await extractFolder(options.pagesDir, options.out, io);
}

async function extractFile(file: string, options: ExtractOptions, io: CommandIo): Promise<void> {
  const bytes = await readPage(file);
  const reader = createArticleReader();
  const reading = await reader.read({ bytes, url: options.url ?? pathToFileURL(file).href }).finally(reader.close);
  if (reading.status === 'unreadable') throw new UserError(`${file}: ${reading.reason}: ${reading.detail}`);
  io.stdout(options.json ? JSON.stringify(reading.article, null, 2) : readable(reading.article));
}

async function extractFolder(folder: string, out: string, io: CommandIo): Promise<void> {
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
    const reading = await reader.read({ bytes: await readPage(path), url: pathToFileURL(path).href });
    if (reading.status === 'unreadable') return { articleBody: '', status: `${reading.reason}: ${reading.detail}` };
    const { text, ...rest } = reading.article;
    return { articleBody: text, status: 'read', ...rest };
  } catch (error) {
    return { articleBody: '', status: (error as Error).message };
  }
}

/** @throws UserError when there is no such file, or its gzip is broken */
async function readPage(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw new UserError('is a folder; use --pages DIR --out FILE');
    const bytes = await readFile(path);
    return /\.gz$/i.test(path) ? new Uint8Array(await promisify(gunzip)(bytes)) : new Uint8Array(bytes);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(`${path}: ${code === 'ENOENT' ? 'no such file' : message}`, 1, { cause });
  }
}

function idOf(name: string): string {
  return basename(name).replace(PAGE_NAME, '');
}

function readable(article: Article): string {
  const { text, links, sources, ...facts } = article;
  const lines = Object.entries(facts).map(([name, value]) => {
    const source = sources[name];
    return `${name.padEnd(13)} ${value}${source ? `  (${source})` : ''}`;
  });
  if (links.length > 0) lines.push(`${'links'.padEnd(13)} ${links.length} to other hosts`);
  return [...lines, '', text].join('\n');
}
