import { existsSync } from 'node:fs';
import { join } from 'node:path';
import calendarJson from '../../config/calendar.json' with { type: 'json' };
import { newSubscriber } from '../digest/new-subscriber.ts';
import { writeCalendar } from '../digest/write-calendar.ts';
import { newFeed } from '../feeds/new-feed.ts';
import type { Services } from '../services.ts';
import { livePast } from './live-past.ts';
import { inventedDates } from './newsroom/invented-dates.ts';
import type { Newsroom } from './newsroom/newsroom-server.ts';
import { pastDays } from './newsroom/past-days.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** The demo's one reader; due from midnight, so that the first pass of a day brings the edition. */
const READER = {
  subscriberId: '00000000000000de',
  address: 'reader@vigil.example',
  zone: 'UTC',
  hour: 0,
  language: 'en',
} as const;

/** The demo's own calendar, from the day on which its data began: the one that ships, and dates of the invented world. */
export function markCalendar(dataDir: string): void {
  const file = join(dataDir, 'calendar.json');
  if (existsSync(file)) return;
  const today = new Date().toISOString().slice(0, 10);
  writeFileWhole(file, writeCalendar([...calendarJson.dates, ...inventedDates(today)]));
}

/** The lists a person would fill by hand; what is there already stays. */
export async function prepareDemo(services: Services, newsroom: Newsroom): Promise<void> {
  const { feedStore, subscriberStore, dayCountStore, now } = services;
  const isNew = (await feedStore.list()).length === 0;
  for (const settings of newsroom.feeds) await feedStore.add(newFeed(settings, now()));
  if (isNew) {
    // Once: of the days from now on there will be coverage to count.
    await Promise.all(pastDays(now()).map((day) => dayCountStore.add(day)));
    await livePast(newsroom, services);
  }
  await subscriberStore.add(newSubscriber(READER, now()));
}
