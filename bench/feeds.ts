import RssParser from 'rss-parser';
import { parseFeed } from '../lib/feeds/parse-feed.ts';
import { readFeeds } from './inputs.ts';
import { measure } from './measure.ts';

/** Reading a feed document: rss-parser on naively decoded text against our reader, which uses it where it reads whole. */
export async function benchFeeds(): Promise<void> {
  const parser = new RssParser();
  await measure('feeds', await readFeeds(), [
    { name: 'rss-parser', run: ({ bytes }) => parser.parseString(new TextDecoder().decode(bytes)) },
    { name: 'vigil', run: ({ bytes, url, contentType }) => parseFeed(bytes, { url, contentType }) },
  ]);
}
