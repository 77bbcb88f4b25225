import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from '../../lib/feeds/feed.ts';
import type { ParsedItem } from '../../lib/feeds/parsed-feed.ts';
import { takeInItems } from '../../lib/feeds/take-in-items.ts';
import { titleName } from '../../lib/feeds/title-name.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { document, feedWorld, listed } from '../fakes/feed-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const feed = sampleFeed();
const sister = sampleFeed({ url: 'https://news.example.org/world.xml', title: 'World' });
const stranger = sampleFeed({ url: 'https://other.example.net/feed.xml', outletId: 'other.example.net' });

const title = 'Court opens its hearing on the harbour disaster of 1988';
const first = listed('a', { title });
/** The same article under another address and guid. */
const moved = (changes: Partial<ParsedItem> = {}) => listed('a-new-place', { title, ...changes });

/** A world in which articles are read at once, and the clock goes as told. */
function open() {
  const world = feedWorld({ feeds: [feed, sister, stranger] });
  const counts = countOutcomes('item');
  return {
    ...world,
    counts,
    async take(items: ParsedItem[], of: Feed = feed, at = '2026-11-23T08:00:00.000Z') {
      world.clock.now = at;
      const { fresh } = await takeInItems({ ...of, lastCheckedAt: at }, document(items), world.needs);
      for (const { articleId, feedId, state } of world.itemStore.items())
        if (state === 'queued')
          await world.itemStore.endItem(articleId, feedId, { outcome: 'off-topic', reason: '', at, trace: [] });
      return fresh;
    },
  };
}

describe('the title of an outlet shows that an article is known', () => {
  test.each([
    ['at its own hour', {}],
    ['re-dated by hours', { published: '2026-11-22T22:00:00.000Z' }],
    ['in other letters', { title: `  COURT opens its hearing: on the “harbour” disaster of 1988!` }],
  ])('%s', async (_, changes) => {
    const { take, counts } = open();
    expect(await take([first])).toBe(1);
    expect(await take([moved(changes)])).toBe(0);
    // From now on its new address says so.
    expect(await take([moved({ title: 'Reworded', id: 'x' })])).toBe(0);
    expect(counts).toEqual({ known: 2 });
  });

  test('in another feed of the outlet', async () => {
    const { take, counts } = open();
    await take([first]);
    expect(await take([moved()], sister)).toBe(0);
    expect(counts).toEqual({ duplicate: 1 });
  });

  test('in Persian, with and without marks between the letters', () => {
    const joined = 'گزارش تازه درباره‌ی پرونده‌ی زندانیان سیاسی تابستان شصت و هفت';
    const name = titleName('x', joined);
    expect(name).toMatch(/^title\|x\|[0-9a-f]{32}$/);
    expect(titleName('x', joined.replaceAll('\u200c', ''))).toBe(name);
  });
});

describe('two articles stay two', () => {
  test('under one title of two outlets', async () => {
    const { take } = open();
    expect([await take([first]), await take([moved()], stranger)]).toEqual([1, 1]);
  });

  test.each(['Morning briefing', 'Press review', 'Five things to know now', '2026-11-23 12:00 2026 11 23 1988', ''])(
    'under the short title "%s"',
    async (short) => {
      const { take } = open();
      expect([await take([{ ...first, title: short }]), await take([moved({ title: short })])]).toEqual([1, 1]);
    },
  );

  test('when one document lists them both', async () => {
    const { take } = open();
    expect(await take([first, moved()])).toBe(2);
    expect(await take([first, moved(), listed('third', { title })])).toBe(1);
  });

  test('when a long heading comes again every day, and twice on the third', async () => {
    const { take } = open();
    const fresh: number[] = [];
    for (const [day, hour] of [
      ['20', '06'],
      ['21', '05'],
      ['22', '06'],
      ['22', '09'],
      ['23', '01'],
    ] as const) {
      const published = `2026-11-${day}T${hour}:00:00.000Z`;
      fresh.push(await take([listed(`${day}-${hour}`, { title, published })], feed, published));
    }
    expect(fresh).toEqual([1, 1, 1, 1, 1]);
  });

  test('when undated articles are seen on two days', async () => {
    const { take } = open();
    const undated = { published: undefined };
    expect(await take([{ ...first, ...undated }])).toBe(1);
    expect(await take([moved(undated)], feed, '2026-11-24T08:00:00.000Z')).toBe(1);
  });
});

test('a title is remembered for 14 days, one that recurs for 30', async () => {
  const { take, clock, itemStore } = open();
  const name = titleName(feed.outletId, title) as string;
  const isKept = async (at: string) => {
    clock.now = at;
    return [...(await itemStore.findIdentities([name, `recurring ${name}`])).keys()];
  };
  await take([first]);
  await take([moved({ published: '2026-11-24T07:00:00.000Z' })], feed, '2026-11-24T08:00:00.000Z');
  expect(await isKept('2026-12-07T07:59:59.000Z')).toEqual([name, `recurring ${name}`]);
  expect(await isKept('2026-12-07T08:00:00.000Z')).toEqual([`recurring ${name}`]);
  expect(await isKept('2026-12-24T08:00:00.000Z')).toEqual([]);
});
