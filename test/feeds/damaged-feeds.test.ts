import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../lib/feeds/parse-feed.ts';
import { DAMAGES_OF_BYTES } from './damages-of-bytes.ts';
import { DAMAGES_OF_MARKUP } from './damages-of-markup.ts';
import { pick, type Random, type SoundFeed, type SoundItem, seededRandom, soundFeed } from './sound-feeds.ts';

const DOCUMENTS = 1_500;
const PROMISED = 0.91;
const KINDS = Object.entries({ ...DAMAGES_OF_BYTES, ...DAMAGES_OF_MARKUP });
const url = 'https://harbour.example/feed';
const suites = fileURLToPath(new URL('../../../shared/feeds/corpus/dev', import.meta.url));

/** What shows nothing or stands for a character that cannot be, and blanks at the ends. */
const plain = (text = '') =>
  text
    .replace(/[\u0080-\u009f\ufffd]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Items whose address, title and date are all as they were before the damage. */
async function recovered(bytes: Uint8Array, contentType: string | undefined, items: readonly SoundItem[]) {
  const feed = await parseFeed(bytes, { url, contentType }).catch(() => ({ items: [] }));
  const found = new Map(feed.items.map((item) => [item.link, item]));
  return items.filter(({ link, title, published }) => {
    const item = found.get(link);
    return item && plain(item.title) === plain(title) && item.published === published;
  }).length;
}

/** Damages documents until there are enough and prints what could be read of them. */
async function shareRecovered(name: string, source: (random: Random) => SoundFeed): Promise<number> {
  const random = seededRandom(1988);
  const counts = new Map(KINDS.map(([kind]) => [kind, { kind, items: 0, saved: 0 }]));
  for (let made = 0; made < DOCUMENTS; ) {
    const [kind, damage] = pick(KINDS, random);
    const damaged = damage(source(random), random);
    if (!damaged) continue;
    made += 1;
    const count = counts.get(kind) as { items: number; saved: number };
    count.items += damaged.items.length;
    count.saved += await recovered(damaged.bytes, damaged.contentType, damaged.items);
  }
  const all = [...counts.values()].filter(({ items }) => items > 0);
  const share = (of: typeof all) =>
    of.reduce((sum, { saved }) => sum + saved, 0) / of.reduce((sum, { items }) => sum + items, 0);
  const percent = (of: typeof all) => `${(100 * share(of)).toFixed(1)} %`;
  const worst = all.toSorted((a, b) => share([a]) - share([b])).slice(0, 3);
  console.log(
    `feeds: ${DOCUMENTS} damaged documents of ${name}, ${KINDS.length} kinds: ${percent(all)} of the items recovered; worst: ${worst.map((one) => `${one.kind} ${percent([one])}`).join(', ')}`,
  );
  return share(all);
}

it('of 1,500 randomly damaged documents at least 91 % of the items are recovered', async () => {
  expect(await shareRecovered('the generator', soundFeed)).toBeGreaterThanOrEqual(PROMISED);
}, 60_000);

/** Documents of the public suites with a few whole items, and these as they are read before any damage. */
async function soundDocuments(): Promise<SoundFeed[]> {
  const documents: SoundFeed[] = [];
  for (const name of readdirSync(suites)) {
    if (!/\.(?:xml|json|atom|rss|rdf)$/.test(name) || name.endsWith('.expect.json')) continue;
    const text = readFileSync(`${suites}/${name}`, 'utf8');
    if (text.length > 100_000 || text.includes('\ufffd')) continue;
    const feed = await parseFeed(new TextEncoder().encode(text), { url }).catch(() => undefined);
    const items = feed?.items.filter(({ link, title, published }) => link && title && published) as SoundItem[];
    const isPlain = new Set(items?.map(({ link }) => link)).size === feed?.items.length && feed.repairs.length === 0;
    if (isPlain && items.length > 2) documents.push({ text, isXml: feed?.format !== 'json', items });
  }
  return documents;
}

describe.skipIf(!existsSync(suites))('public feed suites (skipped where ../shared is absent)', () => {
  it('at least 91 % of the items are recovered when their documents are damaged', async () => {
    const documents = await soundDocuments();
    expect(documents.length).toBeGreaterThan(50);
    const share = await shareRecovered('the public suites', (random) => pick(documents, random));
    expect(share).toBeGreaterThanOrEqual(PROMISED);
  }, 120_000);
});
