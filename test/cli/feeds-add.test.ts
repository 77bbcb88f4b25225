import { describe, expect, it } from 'vitest';
import { feedsAddCommand } from '../../lib/cli/feeds-add.ts';
import { newFeed } from '../../lib/feeds/new-feed.ts';
import { createOutletRegister } from '../../lib/feeds/outlet-register.ts';
import type { ParsedFeed } from '../../lib/feeds/parsed-feed.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { type Place, pretendWeb } from './pretend-web.ts';
import { recordedIo } from './recorded-io.ts';
import { at } from './sample-feed.ts';

const feed: ParsedFeed = { format: 'rss', title: 'News of the Voice', language: 'fa-IR', items: [], repairs: [] };
const url = 'https://www.voice.example/rss';
const settings = {
  url,
  title: 'News of the Voice',
  outletId: 'voice.example',
  outletName: 'The Voice',
  relation: 'exile' as const,
  language: 'fa-IR',
  note: '',
  intervalMinutes: 60,
};

const outletRegister = createOutletRegister([
  {
    outletId: 'voice.example',
    name: 'The Voice',
    hosts: ['voice.example'],
    relation: 'exile',
    reason: 'A sample outlet.',
    reviewedOn: '2026-11-23',
  },
]);

function setUp(places: Record<string, Place>) {
  return { ...pretendWeb(places), feedStore: createMemoryFeedStore(), outletRegister, now: () => at };
}

describe('feeds add', () => {
  it('adds a feed with title and language from itself and the rest from the register', async () => {
    const needs = setUp({ [url]: { feed } });
    const io = recordedIo();
    await feedsAddCommand(url, {}, needs, io);
    expect(needs.feedStore.feeds()).toEqual([newFeed(settings, at)]);
    expect(io.out).toEqual([
      `added ${newFeed(settings, at).feedId}: News of the Voice (${url})`,
      'outlet voice.example, exile, language fa-IR, every 60 minutes',
    ]);
    expect(io.err).toEqual([]);
  });

  it('lets the operator say it better, and completes a bare host name', async () => {
    const needs = setUp({ [url]: { feed } });
    const options = { title: 'Mine', language: 'fa', relation: 'blog', note: 'why', intervalMinutes: '15' };
    await feedsAddCommand('www.voice.example/rss', options, needs, recordedIo());
    const said = { title: 'Mine', language: 'fa', relation: 'blog' as const, note: 'why', intervalMinutes: 15 };
    expect(needs.feedStore.feeds()).toEqual([newFeed({ ...settings, ...said }, at)]);
  });

  it('says that an outlet nobody has judged is unknown', async () => {
    const elsewhere = 'https://www.elsewhere.example/feed';
    const needs = setUp({ [elsewhere]: { feed: { ...feed, language: 'Persian!' } } });
    const io = recordedIo();
    await feedsAddCommand(elsewhere, {}, needs, io);
    const { title } = settings;
    const unknown = { outletId: 'elsewhere.example', outletName: title, relation: 'unknown' as const, language: 'und' };
    expect(needs.feedStore.feeds()).toEqual([newFeed({ ...settings, ...unknown, url: elsewhere }, at)]);
    expect(io.err).toEqual([
      'elsewhere.example has no relation yet; give --relation, or a person adds the outlet to config/outlets.json',
    ]);
  });

  it('goes from a site to the one feed that it names', async () => {
    const needs = setUp({ 'https://voice.example/': { linkedFeeds: [url] }, [url]: { feed } });
    await feedsAddCommand('https://voice.example/', {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual([newFeed(settings, at)]);
  });

  it('lists the feeds of a site that names several, and adds none', async () => {
    const linkedFeeds = [url, 'https://voice.example/en/rss'];
    const needs = setUp({ 'https://voice.example/': { linkedFeeds } });
    const io = recordedIo();
    await expect(feedsAddCommand('https://voice.example/', {}, needs, io)).rejects.toMatchObject({
      exitCode: 2,
      message: 'https://voice.example/: names 2 feeds; choose one and add it by its address',
    });
    expect(io.out).toEqual([linkedFeeds.join('\n')]);
    expect(needs.feedStore.feeds()).toEqual([]);
  });

  it('follows a page to its feed once only', async () => {
    const needs = setUp({ 'https://a.example/': { linkedFeeds: ['https://a.example/'] } });
    await expect(feedsAddCommand('https://a.example/', {}, needs, recordedIo())).rejects.toMatchObject({ exitCode: 2 });
    expect(needs.fetched).toEqual(['https://a.example/', 'https://a.example/']);
  });

  it('keeps the address that a permanent redirect gave', async () => {
    const old = 'http://voice.example/old';
    const needs = setUp({ [old]: { feed, fetched: { url, movedPermanentlyTo: url } } });
    await feedsAddCommand(old, {}, needs, recordedIo());
    expect(needs.feedStore.feeds()).toEqual([newFeed(settings, at)]);
  });

  it('changes nothing when the feed is in the list', async () => {
    const needs = setUp({ [url]: { feed } });
    await feedsAddCommand(url, {}, needs, recordedIo());
    await expect(feedsAddCommand(url, { title: 'Again' }, needs, recordedIo())).rejects.toMatchObject({ exitCode: 1 });
    expect(needs.feedStore.feeds()).toEqual([newFeed(settings, at)]);
  });

  it('trusts an address on this machine that was typed, and none that a page names', async () => {
    const local = 'http://127.0.0.1:8099/feed';
    const needs = setUp({ [local]: { feed }, 'https://a.example/': { linkedFeeds: ['http://127.0.0.1:9200/x'] } });
    await feedsAddCommand(local, {}, needs, recordedIo());
    expect(needs.trusted).toEqual(['http://127.0.0.1:8099']);
    await expect(feedsAddCommand('https://a.example/', {}, needs, recordedIo())).rejects.toThrow(
      'not a public address',
    );
    expect(needs.trusted).toEqual(['http://127.0.0.1:8099']);
  });

  it.each([
    ['ftp://voice.example/', {}, 'give a whole address that starts with http:// or https://'],
    ['voice', {}, 'give a whole address that starts with http:// or https://'],
    [url, { relation: 'friend' }, 'relation: '],
    [url, { intervalMinutes: 'often' }, 'intervalMinutes: '],
    [url, { language: 'Persian!' }, 'language: use a language tag such as "fa" or "en"'],
  ])('refuses %s with %o as wrong usage', async (typed, options, message) => {
    const needs = setUp({ [url]: { feed } });
    await expect(feedsAddCommand(typed, options, needs, recordedIo())).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(message),
    });
    expect(needs.feedStore.feeds()).toEqual([]);
  });

  it('says why nothing can be read', async () => {
    const missing = 'https://voice.example/missing';
    await expect(feedsAddCommand(missing, {}, setUp({}), recordedIo())).rejects.toMatchObject({
      exitCode: 1,
      message: `${missing}: no feed can be read here: the server answered 404`,
    });
  });
});
