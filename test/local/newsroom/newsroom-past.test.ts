import { expect, test } from 'vitest';
import { checkCalendar } from '../../../lib/digest/check-calendar.ts';
import { settledDates } from '../../../lib/digest/find-unanswered.ts';
import { inventedDates } from '../../../lib/local/newsroom/invented-dates.ts';
import { startNewsroom } from '../../../lib/local/newsroom/newsroom-server.ts';
import { pastArticles, readOutlets } from '../../../lib/local/newsroom/read-outlets.ts';

const now = new Date('2026-09-01T12:00:00Z');
const HOUR = 3_600_000;

test('a newsroom with a past serves the pages of the days before, and its feeds do not list them', async () => {
  const [plain, lived] = await Promise.all([startNewsroom({ now }), startNewsroom({ now, hasPast: true })]);
  try {
    expect([plain.past, lived.articles.length - plain.articles.length]).toEqual([[], 2]);
    const ages = lived.past.map(({ seenAt }) => (now.getTime() - seenAt.getTime()) / HOUR);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    // Older than a day, so that no edition brings them; younger than two weeks, so that stories can go on.
    expect([Math.min(...ages) > 25, Math.max(...ages) < 14 * 24]).toEqual([true, true]);
    for (const { feedUrl, item } of lived.past) {
      const [feed, page] = await Promise.all([fetch(feedUrl), fetch(item.link ?? '')]);
      expect([item.link, page.status, (await feed.text()).includes(`${item.link}<`)]).toEqual([item.link, 200, false]);
    }
  } finally {
    await Promise.all([plain.close(), lived.close()]);
  }
});

test('a feed may list an article as if it were new; its page knows better', async () => {
  const newsroom = await startNewsroom({ now, hasPast: true });
  const read = async (path: string) => (await fetch(`${newsroom.url}/rights-ledger/${path}`)).text();
  const [feed, page] = await Promise.all([read('feed.xml'), read('articles/verdict-of-stockholm-read-again')]);
  await newsroom.close();
  expect(feed).toMatch(/verdict-of-stockholm-read-again<\/id>\s*<published>2026-09-01T06:30:00\.000Z/);
  expect(page).toContain('2026-08-05T20:00:00.000Z');
});

test('three outlets and one more come for the first time, and every name of the past is an outlet’s', () => {
  const past = pastArticles();
  const ids = readOutlets().map(({ id }) => id);
  expect(Object.keys(past).filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => past[id] === undefined)).toEqual([
    ...['assemblee-interregionale', 'courrier-des-rives', 'de-waterkant', 'gazzetta-del-lago'],
  ]);
});

test('the invented dates are sound, and the first edition of the day settles one, at whatever hour', () => {
  const dates = inventedDates('2026-09-01');
  expect(checkCalendar({ version: 1, dates }, '2026-09-01')).toMatchObject({ problems: [], dates: 3 });
  for (const hour of ['00:01', '12:00', '23:59']) {
    const window = { from: `2026-08-31T${hour}:00.000Z`, to: `2026-09-01T${hour}:00.000Z` };
    expect(settledDates(dates, window).map(({ entry }) => entry.id)).toEqual(['silent-vigil-at-the-harbour']);
  }
});
