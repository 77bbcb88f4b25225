import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedsExportCommand } from '../../lib/cli/feeds-export.ts';
import { feedsImportCommand } from '../../lib/cli/feeds-import.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import { readFeedList } from '../../lib/feeds/feed-list.ts';
import { newFeed } from '../../lib/feeds/new-feed.ts';
import { createOutletRegister } from '../../lib/feeds/outlet-register.ts';
import type { FetchOutcome } from '../../lib/http/web-fetcher.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { recordedIo } from './recorded-io.ts';
import { at, sampleFeed, sampleSettings } from './sample-feed.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feeds-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const register = createOutletRegister([
  {
    outletId: 'voice.example',
    name: 'The Voice',
    hosts: ['voice.example'],
    relation: 'exile',
    reason: 'A sample outlet.',
    reviewedOn: '2026-11-23',
  },
]);

function setUp({ feeds = [], web = {} }: { feeds?: Feed[]; web?: Record<string, unknown> } = {}) {
  const trusted: string[] = [];
  return {
    trusted,
    feedStore: createMemoryFeedStore(feeds),
    outletRegister: register,
    now: () => at,
    trustOrigin: async (url: string) => void trusted.push(new URL(url).origin),
    webFetcher: {
      async fetch({ url }: { url: string }): Promise<FetchOutcome> {
        if (url.startsWith('http://127.') && !trusted.includes(new URL(url).origin)) {
          return { status: 'refused', reason: 'not-a-public-address', detail: 'is not a public address' };
        }
        const bytes = new TextEncoder().encode(JSON.stringify(web[url]));
        const none = { etag: undefined, lastModified: undefined, movedPermanentlyTo: undefined };
        return { status: 'fetched', url, bytes, contentType: 'application/json', ...none };
      },
    },
  };
}

const second = { ...sampleSettings, url: 'https://b.example.org/rss', title: 'Second & “last” <line>', note: '' };

describe('feeds import', () => {
  it.each(['json', 'opml'])('brings back every setting that an export as %s holds', async (format) => {
    const io = recordedIo();
    const feedStore = createMemoryFeedStore([newFeed(sampleSettings, at), newFeed(second, at)]);
    await feedsExportCommand({ format }, { feedStore }, io);
    const file = await write(`export.${format}`, io.out.join(''));
    const needs = setUp();
    await feedsImportCommand(file, {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual(feedStore.feeds());
    expect(io.err).toEqual(['2 feeds']);
  });

  it('leaves out an address with a password', async () => {
    const file = await write('password.json', [{ title: 'Paid feed', url: 'https://reader:secret@news.example/rss' }]);
    const needs = setUp();
    const io = recordedIo();
    await expect(feedsImportCommand(file, {}, needs, io)).rejects.toMatchObject({ name: 'UserError', exitCode: 1 });
    expect(needs.feedStore.feeds()).toEqual([]);
    expect(io.err).toEqual([
      'skipped entry 1 (https://reader:secret@news.example/rss): url: contains a user name or password',
    ]);
  });

  it('reads a bare list with the keys of other programs, and fills the rest from the register', async () => {
    const file = await write('bare.json', [
      {
        id: 'a1',
        title: 'World',
        url: 'http://127.0.0.1:8099/feed/a1',
        language: 'FR_ch',
        sourceType: 'state',
        items: 3,
      },
      { title: 'Voice in Persian', url: 'https://fa.voice.example/rss', language: 'fa' },
      { url: ' https://www.nobody.example/rss ', title: null },
    ]);
    const needs = setUp();
    const io = recordedIo();
    await feedsImportCommand(file, {}, needs, io);
    const plain = { note: '', intervalMinutes: 60 };
    expect(needs.feedStore.feeds()).toEqual(
      [
        {
          url: 'https://fa.voice.example/rss',
          title: 'Voice in Persian',
          language: 'fa',
          outletId: 'voice.example',
          outletName: 'The Voice',
          relation: 'exile' as const,
          ...plain,
        },
        {
          url: 'http://127.0.0.1:8099/feed/a1',
          title: 'World',
          language: 'fr-ch',
          outletId: 'a1',
          outletName: 'World',
          relation: 'state' as const,
          ...plain,
        },
        {
          url: 'https://www.nobody.example/rss',
          title: 'www.nobody.example',
          language: 'und',
          outletId: 'nobody.example',
          outletName: 'www.nobody.example',
          relation: 'unknown' as const,
          ...plain,
        },
      ].map((settings) => newFeed(settings, at)),
    );
    expect(io.out).toEqual(['3 added, 0 in the list already, 0 skipped, of 3']);
  });

  it('keeps what is in the list already, under its old address too, and adds each address once', async () => {
    const moved = { ...sampleFeed({ note: 'kept' }), url: 'https://moved.example.org/rss' };
    const file = await write('again.json', {
      version: 1,
      feeds: [sampleSettings, { ...sampleSettings, url: moved.url }, second, { ...second, title: 'twice' }],
    });
    const needs = setUp({ feeds: [moved] });
    const io = recordedIo();
    await feedsImportCommand(file, { json: true }, needs, io);
    expect(needs.feedStore.feeds()).toEqual([moved, newFeed(second, at)]);
    expect(JSON.parse(io.out[0] ?? '')).toEqual({
      entries: 4,
      added: 1,
      present: 3,
      differing: 1,
      updated: 0,
      skipped: 0,
      problems: [],
    });
  });

  it('says which feeds differ, and takes the settings of the file when asked to', async () => {
    const listed = { ...sampleFeed({ note: 'kept' }), state: 'paused' as const, etag: '"1"' };
    const file = await write('edited.json', {
      version: 1,
      feeds: [{ ...sampleSettings, intervalMinutes: 15, relation: 'rights', note: '' }],
    });
    const needs = setUp({ feeds: [listed] });
    const io = recordedIo();
    await feedsImportCommand(file, {}, needs, io);
    expect(needs.feedStore.feeds()).toEqual([listed]);
    expect(io.err).toEqual(['1 of those in the list have other settings there; --update takes those of the file']);

    await feedsImportCommand(file, { update: true }, needs, io);
    expect(needs.feedStore.feeds()).toEqual([{ ...listed, intervalMinutes: 15, relation: 'rights' }]);
    expect(io.out.at(-1)).toBe('0 added, 1 in the list already, 1 of them updated, 0 skipped, of 1');
  });

  it('names each broken entry, adds the others and ends with exit code 1', async () => {
    const file = await write('broken.json', [
      { title: 'No address' },
      { ...sampleSettings, sourceType: 'press', relation: undefined },
      second,
      { ...sampleSettings, intervalMinutes: 'often' },
    ]);
    const needs = setUp();
    const io = recordedIo();
    await expect(feedsImportCommand(file, {}, needs, io)).rejects.toMatchObject({
      exitCode: 1,
      message: '3 of 4 entries are broken; mend them and import again: nothing is added twice',
    });
    expect(needs.feedStore.feeds()).toEqual([newFeed(second, at)]);
    expect(io.err).toEqual([
      expect.stringMatching(/^skipped entry 1: url: use a whole address/),
      expect.stringMatching(/^skipped entry 2 \(https:\/\/news\.example\.org\/feed\.xml\): relation: /),
      expect.stringMatching(/^skipped entry 4 .*: intervalMinutes: /),
    ]);
    expect(io.out).toEqual(['1 added, 0 in the list already, 3 skipped, of 4']);
  });

  it('trusts the server of this machine that the operator named, by all its names, and no other', async () => {
    const source = 'http://127.0.0.1:8099/feeds.json';
    const urls = ['http://127.0.0.1:8099/feed/a', 'http://localhost:8099/feed/b', 'http://127.0.0.1:9200/_search'];
    const needs = setUp({ web: { [source]: urls.map((url) => ({ url, title: url })) } });
    const io = recordedIo();
    await feedsImportCommand(source, {}, needs, io);
    expect(needs.trusted).toEqual(['http://127.0.0.1:8099', 'http://localhost:8099']);
    expect(needs.feedStore.feeds()).toHaveLength(3);
    expect(io.err).toEqual([
      'http://127.0.0.1:9200: on this machine, so its feeds are not asked until you say so with "vigil feeds test ADDRESS"',
    ]);
  });

  it('takes the shipped list whole, with every setting', async () => {
    const file = fileURLToPath(new URL('../../config/feeds.json', import.meta.url));
    const needs = setUp();
    await feedsImportCommand(file, {}, needs, recordedIo());
    const shipped = (await readFeedList(file)).map((settings) => newFeed(settings, at));
    expect(new Map(needs.feedStore.feeds().map((feed) => [feed.feedId, feed]))).toEqual(
      new Map(shipped.map((feed) => [feed.feedId, feed])),
    );
  });

  it('trusts no origin for a list that came from elsewhere', async () => {
    const source = 'https://lists.example.org/feeds.json';
    const needs = setUp({ web: { [source]: [{ url: 'http://127.0.0.1:8099/feed/a' }] } });
    await feedsImportCommand(source, {}, needs, recordedIo());
    expect(needs.trusted).toEqual([]);
  });

  it('says what a document is not', async () => {
    const cases: [string, unknown, string][] = [
      ['page.html', '<html><body>hello</body></html>', 'is no feed list; give OPML or JSON'],
      ['object.json', { items: [] }, 'holds no list of feeds'],
      ['newer.json', { version: 2, feeds: [] }, 'is a list of version 2; this program reads version 1'],
      ['cut.json', '[{"url":', 'is not sound JSON; mend it'],
    ];
    for (const [name, content, message] of cases) {
      const file = await write(name, content);
      await expect(feedsImportCommand(file, {}, setUp(), recordedIo())).rejects.toThrow(`${file}: ${message}`);
    }
    await expect(feedsImportCommand('no-such-file', {}, setUp(), recordedIo())).rejects.toThrow(
      'no-such-file: cannot be read; give a file or an http(s) address',
    );
  });
});

describe('feeds export', () => {
  it('counts paused feeds, which a list does not tell apart', async () => {
    const io = recordedIo();
    await feedsExportCommand({}, { feedStore: createMemoryFeedStore([sampleFeed({ state: 'paused' })]) }, io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual({ version: 1, feeds: [sampleSettings] });
    expect(io.err).toEqual(['1 feed (1 paused: the list does not say which)']);
  });

  it('refuses a format that there is not', async () => {
    const needs = { feedStore: createMemoryFeedStore() };
    await expect(feedsExportCommand({ format: 'csv' }, needs, recordedIo())).rejects.toMatchObject({ exitCode: 2 });
  });
});
