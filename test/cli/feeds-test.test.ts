import { describe, expect, it } from 'vitest';
import { feedsTestCommand } from '../../lib/cli/feeds-test.ts';
import type { FeedReading } from '../../lib/feeds/feed-reader.ts';
import type { ParsedFeed } from '../../lib/feeds/parsed-feed.ts';
import type { FetchedDocument, FetchOutcome } from '../../lib/http/web-fetcher.ts';
import { pretendWeb } from './pretend-web.ts';
import { recordedIo } from './recorded-io.ts';

const url = 'https://voice.example/rss';
const feed: ParsedFeed = {
  format: 'atom',
  title: 'The Voice',
  link: 'https://voice.example/',
  language: 'fa',
  repairs: ['bare ampersands'],
  items: [
    { title: 'Older', link: 'https://voice.example/1', published: '2026-11-20T10:00:00.000Z' },
    { title: 'Newer', link: 'https://voice.example/2', published: '2026-11-21T11:30:00.000Z' },
    { title: 'Loose' },
    ...[4, 5, 6].map((n) => ({ title: `Item ${n}`, link: `https://voice.example/${n}` })),
  ],
};

describe('feeds test', () => {
  it('says redirects, format, language, items, newest item, repairs and the first five items', async () => {
    const moved = { url: 'https://voice.example/new', movedPermanentlyTo: 'https://voice.example/new' };
    const needs = pretendWeb({ [url]: { feed, fetched: { ...moved, contentType: 'application/atom+xml' } } });
    const io = recordedIo();
    await feedsTestCommand(url, {}, needs, io);
    expect(io.out[0]?.split('\n')).toEqual([
      'title     The Voice',
      'redirect  permanently to https://voice.example/new',
      'format    atom, application/atom+xml, 25 bytes',
      'language  fa',
      'items     6, 4 without a date, 1 without an address',
      'newest    2026-11-21 11:30',
      'mended    bare ampersands',
      '  2026-11-20 10:00  Older',
      '                    https://voice.example/1',
      '  2026-11-21 11:30  Newer',
      '                    https://voice.example/2',
      '  no date           Loose',
      '                    (no address)',
      '  no date           Item 4',
      '                    https://voice.example/4',
      '  no date           Item 5',
      '                    https://voice.example/5',
    ]);
  });

  it('says the same as JSON', async () => {
    const io = recordedIo();
    const needs = pretendWeb({ [url]: { feed, fetched: { url: 'https://voice.example/now' } } });
    await feedsTestCommand(url, { json: true }, needs, io);
    expect(JSON.parse(io.out[0] ?? '')).toEqual({
      url,
      kind: 'feed',
      finalUrl: 'https://voice.example/now',
      contentType: 'text/html',
      bytes: 25,
      format: 'atom',
      title: 'The Voice',
      link: 'https://voice.example/',
      language: 'fa',
      itemCount: 6,
      newest: '2026-11-21T11:30:00.000Z',
      repairs: ['bare ampersands'],
      firstItems: feed.items.slice(0, 5),
    });
  });

  it('says how the document was read, and which dates it does not understand', async () => {
    const account = {
      encoding: 'windows-1252',
      encodingFrom: 'its letters',
      reader: 'rss-parser' as const,
      unreadDates: ['yesterday'],
      itemsWithUnreadDate: 1,
    };
    const io = recordedIo();
    await feedsTestCommand(url, {}, pretendWeb({ [url]: { feed: { ...feed, account } } }), io);
    expect(io.out[0]?.split('\n').slice(3, 6)).toEqual([
      'encoding  windows-1252 (its letters)',
      'read by   rss-parser',
      'dates     of 1 item not understood: "yesterday"',
    ]);
    const json = recordedIo();
    await feedsTestCommand(url, { json: true }, pretendWeb({ [url]: { feed: { ...feed, account } } }), json);
    expect(JSON.parse(json.out[0] ?? '')).toMatchObject({ account });
  });

  it('says of an empty feed that it is one', async () => {
    const io = recordedIo();
    await feedsTestCommand(url, {}, pretendWeb({ [url]: { feed: { format: 'rss', items: [], repairs: [] } } }), io);
    expect(io.out[0]?.split('\n')).toEqual([
      'title     (none)',
      'redirect  none',
      'format    rss, text/html, 25 bytes',
      'language  not said',
      'items     0',
      'newest    no item has a date',
      'mended    nothing',
    ]);
  });

  it('names the feeds of a page, and ends with exit code 1', async () => {
    const io = recordedIo();
    const needs = pretendWeb({ 'https://voice.example': { linkedFeeds: [url, `${url}/en`] } });
    await expect(feedsTestCommand('voice.example', {}, needs, io)).rejects.toMatchObject({ exitCode: 1 });
    expect(io.out).toEqual([`${url}\n${url}/en`]);
  });

  it.each([
    ['failed', 'gone', 'the server answered 410'],
    ['failed', 'not-found', 'the server answered 404'],
    ['failed', 'throttled', 'the server asks for patience'],
    ['failed', 'forbidden', 'the server answered 403'],
    ['failed', 'client-error', 'the server answered 418'],
    ['failed', 'server-error', 'the server answered 500'],
    ['failed', 'too-slow', 'slower than 500 bytes per second'],
    ['failed', 'too-large', 'sent more than 10485760 bytes'],
    ['failed', 'wrong-type', 'not a feed: image/png'],
    ['failed', 'cut-short', 'cut short by the server'],
    ['failed', 'unreachable', 'the name does not resolve'],
    ['refused', 'not-a-public-address', 'not a public address: 10.0.0.1'],
    ['refused', 'not-a-web-address', 'contains a user name or password'],
    ['refused', 'blocked-by-robots', 'blocked by robots.txt of voice.example'],
    ['refused', 'too-many-redirects', 'more than 5 redirects'],
  ] as const)('says why not when the fetch %s as %s, typed in JSON', async (status, reason, why) => {
    const fails = { status, reason, detail: why } as Exclude<FetchOutcome, FetchedDocument>;
    const io = recordedIo();
    await expect(feedsTestCommand(url, { json: true }, pretendWeb({ [url]: { fails } }), io)).rejects.toThrow(
      `${url}: no feed can be read here: ${why}`,
    );
    expect(JSON.parse(io.out[0] ?? '')).toEqual({ url, kind: 'neither', reason, why });
  });

  it.each([
    [{ status: 'not-a-feed', detail: 'a list of feeds', linkedFeeds: [] }, 'not-a-feed'],
    [{ status: 'broken', detail: 'it is empty' }, 'broken'],
    [{ status: 'killed', reason: 'too-slow', detail: 'it took too much time' }, 'too-slow'],
    [{ status: 'killed', reason: 'out-of-memory', detail: 'it took too much memory' }, 'out-of-memory'],
  ] as const)('says why not when the document is %j', async (reading, reason) => {
    const feedReader = { read: async () => reading as unknown as FeedReading };
    const io = recordedIo();
    const needs = { ...pretendWeb({ [url]: { feed } }), feedReader };
    await expect(feedsTestCommand(url, { json: true }, needs, io)).rejects.toThrow(reading.detail);
    expect(JSON.parse(io.out[0] ?? '')).toEqual({ url, kind: 'neither', reason, why: reading.detail });
  });

  it('trusts an address on this machine, because the operator typed it', async () => {
    const needs = pretendWeb({ 'http://127.0.0.1:8099/rss': { feed } });
    await feedsTestCommand('http://127.0.0.1:8099/rss', {}, needs, recordedIo());
    expect(needs.trusted).toEqual(['http://127.0.0.1:8099']);
  });
});
