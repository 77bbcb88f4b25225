import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { Parser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { parseFeed } from '../lib/feeds/parse-feed.ts';
import { readFeeds } from './inputs.ts';
import { measure } from './measure.ts';
import { type ScoredFeed, scoreFeeds } from './score-feeds.ts';

const SUITES = join(import.meta.dirname, '../../shared/feeds/corpus/dev');

interface Reader {
  name: string;
  read: (bytes: Uint8Array, options: { url: string; contentType: string | undefined }) => unknown;
  /** What it read, as the scorer asks for it; absent for a reader of tags, which reads no feed. */
  score?: (result: never) => ScoredFeed;
}

const rssParser = new RssParser();
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The peers read naively decoded text, as their documentation shows; the first is what the others are compared with. */
const READERS: readonly Reader[] = [
  {
    name: 'rss-parser',
    read: (bytes) => rssParser.parseString(decoded(bytes)),
    score: ({ title, items }: RssParser.Output<Record<string, unknown>>) => ({
      title,
      items: items.map((item) => ({
        id: item.guid ?? item.id,
        link: item.link,
        title: item.title,
        published: item.isoDate,
      })),
    }),
  },
  {
    name: 'feedsmith',
    read: (bytes) => parseWithFeedsmith(decoded(bytes)),
    score: scoredFeedsmith,
  },
  { name: 'htmlparser2 alone (tags, no feed)', read: (bytes) => readTags(decoded(bytes)) },
  {
    name: 'vigil',
    read: (bytes, options) => parseFeed(bytes, options),
    score: ({ title, items }: ScoredFeed) => ({ title, items }),
  },
];

/** Reading a feed document: what each reader costs, and, where the public suites are given, what it got right. */
export async function benchFeeds(): Promise<void> {
  await measure(
    'feeds',
    await readFeeds(),
    READERS.map(({ name, read }) => ({
      name,
      run: ({ bytes, url, contentType }) => read(bytes, { url, contentType }),
    })),
  );
  if (!existsSync(SUITES)) return;
  const names = readdirSync(SUITES).filter((name) => name.endsWith('.expect.json'));
  console.log(`\n${'parsed'.padStart(8)}  ${'wholly right'.padStart(12)}  reader (every title, link and date)`);
  for (const { name, read, score } of READERS) {
    if (!score) continue;
    const readScored = async (...input: Parameters<Reader['read']>) => score((await read(...input)) as never);
    const { parsed, whollyRight } = await scoreFeeds(SUITES, names, readScored);
    const percent = (share: number, width: number) => `${(100 * share).toFixed(1)} %`.padStart(width);
    console.log(`${percent(parsed, 8)}  ${percent(whollyRight, 12)}  ${name}`);
  }
}

/** feedsmith keeps the elements of each format; this takes of them what the item is, the standard's own place first. */
function scoredFeedsmith({ format, feed }: { format: string; feed: Record<string, unknown> }): ScoredFeed {
  type Part = Record<string, never> & { dc?: Record<string, never>; links?: { href: string; rel?: string }[] };
  const items = (format === 'atom' ? feed.entries : feed.items) as Part[] | undefined;
  return {
    title: feed.title,
    items: (items ?? []).map((item) => ({
      id: (item.guid as { value?: string } | undefined)?.value ?? item.id ?? item.about,
      link: item.link ?? item.url ?? item.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
      title: item.title,
      published: isoOf(item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date ?? item.updated),
    })),
  };
}

function isoOf(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function readTags(text: string): number {
  let tags = 0;
  const parser = new Parser(
    {
      onopentagname() {
        tags += 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return tags;
}
