import { pathToFileURL } from 'node:url';
import { createArticleReader } from '../articles/article-reader.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { extractFolder } from './extract-folder.ts';
import { printReading } from './print-reading.ts';
import { readPageFile } from './read-page-file.ts';

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

/** Prints the article of one page, or writes those of a folder to one JSON file. */
export async function extractCommand(options: ExtractOptions, io: CommandIo): Promise<void> {
  if (options.file !== undefined) return extractFile(options.file, options, io);
  if (!options.pagesDir) throw new UserError('give one page, or --pages DIR with --out FILE', 2);
  if (!options.out) throw new UserError('--pages needs --out FILE, where the articles are written', 2);
  await extractFolder(options.pagesDir, options.out, io);
}

async function extractFile(file: string, options: ExtractOptions, io: CommandIo): Promise<void> {
  const bytes = await readPageFile(file);
  const reader = createArticleReader();
  const reading = await reader.read({ bytes, url: options.url ?? pathToFileURL(file).href }).finally(reader.close);
  printReading(file, reading, {}, options, io);
}
