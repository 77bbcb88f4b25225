import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedReader } from '../../lib/feeds/feed-reader.ts';

const url = 'https://harbour.example/feed';
const feedReader = createFeedReader();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const feed = (body: string) => `<rss version="2.0"><channel><title>Harbour</title>${body}</channel></rss>`;
const item = (description: string) =>
  `<item><title>One</title><link>/1</link><pubDate>Tue, 05 Mar 2024 17:57:35 GMT</pubDate><description>${description}</description></item>`;

beforeAll(() => feedReader.read(bytesOf(feed('')), { url }));
afterAll(() => feedReader.close());

describe('feed reader', () => {
  it('reads a feed and leaves the bytes as they are', async () => {
    const bytes = bytesOf(feed(item('x')));
    const reading = await feedReader.read(bytes.subarray(0), { url });
    expect(reading).toEqual({
      status: 'read',
      feed: {
        format: 'rss',
        title: 'Harbour',
        link: undefined,
        language: undefined,
        items: [
          {
            id: undefined,
            link: 'https://harbour.example/1',
            title: 'One',
            published: '2024-03-05T17:57:35.000Z',
            summary: 'x',
            content: undefined,
            author: undefined,
          },
        ],
        repairs: [],
        account: {
          encoding: 'utf-8',
          encodingFrom: 'valid UTF-8',
          reader: 'rss-parser',
          unreadDates: [],
          itemsWithUnreadDate: 0,
        },
      },
    });
    expect(new TextDecoder().decode(bytes)).toBe(feed(item('x')));
  });

  it('names the feeds of a web page', async () => {
    const page = '<html><link rel="alternate" type="application/rss+xml" href="/rss">';
    expect(await feedReader.read(bytesOf(page), { url, contentType: 'text/html' })).toEqual({
      status: 'not-a-feed',
      detail: 'this is a web page; it links the feed https://harbour.example/rss',
      linkedFeeds: ['https://harbour.example/rss'],
    });
  });

  it('says what is broken', async () => {
    expect(await feedReader.read(new Uint8Array(), { url })).toEqual({
      status: 'broken',
      detail: 'the document is empty',
    });
  });
});
