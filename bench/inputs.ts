import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startNewsroom } from '../lib/local/newsroom/newsroom-server.ts';

/** Material that is not part of the project lies beside the checkout, where it is given at all. */
const SHARED = join(import.meta.dirname, '../../shared');

export interface Document {
  url: string;
  bytes: Uint8Array;
  contentType: string;
}

const PAGES = join(SHARED, 'extraction/pages');

/** Where `readPages` takes its pages from. */
export function pagesSource(): string {
  return existsSync(PAGES) ? PAGES : 'the sample newsroom: ../shared is not there';
}

/** Real news pages where they are given, the sample newsroom's otherwise. */
export async function readPages(): Promise<Document[]> {
  if (!existsSync(PAGES)) return (await readNewsroom()).pages;
  return readdirSync(PAGES).map((name) => ({
    url: 'https://news.example/article',
    bytes: gunzipSync(readFileSync(join(PAGES, name))),
    contentType: 'text/html',
  }));
}

/** Feed documents of the public suites where they are given, the sample newsroom's otherwise; says which. */
export async function readFeeds(): Promise<Document[]> {
  const folder = join(SHARED, 'feeds/corpus/dev');
  if (!existsSync(folder)) return (await readNewsroom()).feeds;
  console.log(`feeds: ${folder}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.expect.json'))
    .map(
      (name) =>
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
          doc: string;
          url: string;
          contentType: string | null;
        },
    )
    .map(({ doc, url, contentType }) => ({
      url,
      bytes: readFileSync(join(folder, doc)),
      contentType: contentType ?? 'text/xml',
    }));
}

async function readNewsroom(): Promise<{ pages: Document[]; feeds: Document[] }> {
  console.log('the sample newsroom: ../shared is not there');
  const newsroom = await startNewsroom({ now: new Date() });
  const load = async ({ url }: { url: string }): Promise<Document> => {
    const response = await fetch(url);
    const contentType = response.headers.get('content-type') ?? 'text/html';
    return { url, bytes: new Uint8Array(await response.arrayBuffer()), contentType };
  };
  const [pages, feeds] = [await Promise.all(newsroom.articles.map(load)), await Promise.all(newsroom.feeds.map(load))];
  await newsroom.close();
  return { pages, feeds };
}
