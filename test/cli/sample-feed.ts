import type { Feed, FeedSettings } from '../../lib/feeds/feed.ts';
import { newFeed } from '../../lib/feeds/new-feed.ts';

export const at = new Date('2026-11-23T08:00:00.000Z');

export const sampleSettings: FeedSettings = {
  url: 'https://news.example.org/feed.xml',
  title: 'Example News',
  outletId: 'news.example.org',
  outletName: 'Example News',
  relation: 'independent',
  language: 'en',
  note: 'A sample.',
  intervalMinutes: 30,
};

export function sampleFeed(changes: Partial<Feed> = {}): Feed {
  return { ...newFeed({ ...sampleSettings, url: changes.url ?? sampleSettings.url }, at), ...changes };
}
