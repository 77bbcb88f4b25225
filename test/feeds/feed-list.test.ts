import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../lib/errors.ts';
import type { FeedSettings } from '../../lib/feeds/feed.ts';
import { FeedList, readFeedList } from '../../lib/feeds/feed-list.ts';
import { Relation } from '../../lib/feeds/outlet.ts';
import { readOutletRegister } from '../../lib/feeds/outlet-register.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-list-'));
});
afterAll(() => rm(folder, { recursive: true }));

const settings: FeedSettings = {
  url: 'https://news.example.org/feed.xml',
  title: 'Example News',
  outletId: 'news.example.org',
  outletName: 'Example News',
  relation: 'independent',
  language: 'en',
  note: 'A sample.',
  intervalMinutes: 30,
};

async function write(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('readFeedList', () => {
  it('gives the feeds in the order of the file and fills what an entry may leave out', async () => {
    const { note: _note, intervalMinutes: _interval, ...short } = { ...settings, url: 'https://b.example.org/rss' };
    const path = await write('good.json', { version: 1, feeds: [settings, short] });
    expect(await readFeedList(path)).toEqual([settings, { ...short, note: '', intervalMinutes: 60 }]);
  });

  it('names every broken entry by its place and address, with the field and the remedy', async () => {
    const path = await write('broken.json', {
      version: 1,
      feeds: [settings, { ...settings, url: 'ftp://b.example.org/' }, { ...settings, language: 'English' }, 7],
    });
    const error = await readFeedList(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message.split('; ')).toEqual([
      `${path}: entry 2 (ftp://b.example.org/): url: use a whole address that starts with http:// or https://`,
      `entry 3 (${settings.url}): language: use a language tag such as "fa" or "en"`,
      expect.stringMatching(/^entry 4: .*expected object/),
    ]);
  });

  it('names ten broken entries and counts the rest', async () => {
    const path = await write('many.json', { version: 1, feeds: Array.from({ length: 12 }, () => ({})) });
    await expect(readFeedList(path)).rejects.toThrow(/entry 10: .*; and 2 more$/);
  });

  it('refuses the same address twice, also when only scheme, www. or a slash differ', async () => {
    const path = await write('twice.json', {
      version: 1,
      feeds: [settings, { ...settings, url: 'http://www.news.example.org/feed.xml/' }],
    });
    await expect(readFeedList(path)).rejects.toThrow(
      `${path}: entry 2 (http://www.news.example.org/feed.xml/): is the same address as entry 1; remove one of the two`,
    );
  });

  it('says so when the file is another version, no list, not JSON or not there', async () => {
    const version = await write('version.json', { version: 2, feeds: [] });
    await expect(readFeedList(version)).rejects.toThrow(`${version}: version: must be 1`);
    const noList = await write('no-list.json', { version: 1, feeds: {} });
    await expect(readFeedList(noList)).rejects.toThrow(`${noList}: feeds: must be a list of feeds`);
    const text = await write('text.json', 'feeds');
    await expect(readFeedList(text)).rejects.toThrow(`${text}: is not JSON; mend it`);
    const missing = join(folder, 'missing.json');
    const error = await readFeedList(missing).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message).toContain(`${missing}: cannot be read; check the path`);
  });
});

describe('the shipped list', () => {
  const feedsFile = new URL('../../config/feeds.json', import.meta.url);
  const outletsFile = new URL('../../config/outlets.json', import.meta.url);

  it('holds at least eighty feeds in at least ten languages, with every relation', async () => {
    const feeds = await readFeedList(feedsFile);
    expect(feeds.length).toBeGreaterThanOrEqual(80);
    expect(new Set(feeds.map((feed) => feed.language)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(feeds.map((feed) => feed.relation))).toEqual(new Set(Relation.options));
  });

  it('is what its own schema describes', async () => {
    const feeds = await readFeedList(feedsFile);
    expect(FeedList.parse({ version: 1, feeds })).toEqual({ version: 1, feeds });
  });

  it('gives each feed a registered outlet under the same name and relation', async () => {
    const [feeds, register] = await Promise.all([readFeedList(feedsFile), readOutletRegister(outletsFile)]);
    const registered = feeds.map(({ url, outletId }) => {
      const outlet = register.findById(outletId);
      return { url, outletName: outlet?.name, relation: outlet?.relation };
    });
    expect(registered).toEqual(feeds.map(({ url, outletName, relation }) => ({ url, outletName, relation })));
  });

  it('says of each feed why it is there and whether its address was seen', async () => {
    const feeds = await readFeedList(feedsFile);
    const silent = feeds.filter(({ note }) => !/seen in public sources [A-Z]\w+ \d{4}|not yet confirmed/.test(note));
    expect(silent.map(({ url }) => url)).toEqual([]);
  });
});
