import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { CoverageStore } from '../../lib/coverage/coverage-store.ts';
import { sampleCoverage, sampleMatch } from '../digest/sample-coverage.ts';

/** A record of its own year, so that tests share a table without meeting. */
function record(title: string, publishedAt: string | undefined, changes: Partial<Coverage> = {}): Coverage {
  const recordedAt = changes.recordedAt ?? '2026-08-28T18:05:00.000Z';
  const { publishedAt: _, ...sample } = sampleCoverage({ title, recordedAt, ...changes });
  const day = (publishedAt ?? recordedAt).slice(0, 10);
  return { ...sample, ...(publishedAt && { publishedAt }), day, recordedDay: recordedAt.slice(0, 10), ...changes };
}
const titles = (records: readonly Coverage[]) => records.map(({ title }) => title);

/** What every CoverageStore keeps. */
export function keepsCoverage(storeOf: () => CoverageStore): void {
  const addAll = async (records: readonly Coverage[]) => {
    for (const one of records) await storeOf().add(one);
  };

  test('an article is recorded once and read back whole', async () => {
    const persian = record('خانواده‌های جان‌باختگان در خاوران', '2000-08-28T13:20:00.000Z', {
      outletName: 'رسانهٔ افق',
      language: 'fa',
      isLate: true,
    });
    expect([await storeOf().add(persian), await storeOf().add({ ...persian, score: 1 })]).toEqual([true, false]);
    expect(await storeOf().get(persian.articleId)).toEqual(persian);
    expect(await storeOf().get('0'.repeat(32))).toBeUndefined();
  });

  test('a passing mention is replaced where that is said, coverage never', async () => {
    const mention = record('mentioned', '1999-01-01T08:00:00.000Z', { relevance: 'passing-mention' });
    const relevant = { ...mention, relevance: 'relevant' as const, recordedAt: '2026-08-29T08:00:00.000Z' };
    expect([await storeOf().add(mention), await storeOf().add(relevant)]).toEqual([true, false]);
    expect(await storeOf().add(relevant, 'passing-mention')).toBe(true);
    expect(await storeOf().add({ ...relevant, score: 1 }, 'passing-mention')).toBe(false);
    expect(await storeOf().get(mention.articleId)).toEqual(relevant);
    const fresh = record('never mentioned', '1999-01-02T08:00:00.000Z');
    expect(await storeOf().add(fresh, 'passing-mention')).toBe(true);
  });

  test('labels take the place of those that were read, of no others, and change nothing beside them', async () => {
    const one = record('relabelled', '1998-01-01T08:00:00.000Z', { isLate: true, lateReason: 'it is old' });
    const labels = {
      language: 'fr',
      isLate: false,
      relevance: 'off-topic' as const,
      score: 2.5,
      threshold: 7,
      themes: [],
      matches: [],
      ruleSetVersion: 'later',
      storyId: 'another story',
      copyOf: 'another text',
      storyReasons: ['it carries that text'],
      formerLabels: [
        {
          ruleSetVersion: one.ruleSetVersion,
          relevance: one.relevance,
          score: one.score,
          themes: one.themes,
          at: one.recordedAt,
        },
      ],
    };
    expect(await storeOf().relabel(one, labels)).toBe(false);
    await storeOf().add(one);
    expect(await storeOf().relabel({ ...one, score: one.score + 1 }, labels)).toBe(false);
    expect(await storeOf().relabel({ ...one, ruleSetVersion: 'another' }, labels)).toBe(false);
    expect(await storeOf().relabel({ ...one, recordedAt: '2026-08-28T18:05:00.001Z' }, labels)).toBe(false);
    expect(await storeOf().get(one.articleId)).toEqual(one);
    expect([await storeOf().relabel(one, labels), await storeOf().relabel(one, labels)]).toEqual([true, false]);
    const { lateReason: _, ...kept } = one;
    expect(await storeOf().get(one.articleId)).toEqual({ ...kept, ...labels });
  });

  test('what was put off topic is shown to who asks for it, and gives way to a new record', async () => {
    const range = { fromDay: '1997-01-01', toDay: '1997-01-01' };
    const away = record('put off topic', '1997-01-01T08:00:00.000Z', { relevance: 'off-topic' });
    await storeOf().add(away);
    expect(titles(await storeOf().query(range))).toEqual([]);
    expect(titles(await storeOf().query(range, { outletId: away.outletId }))).toEqual([]);
    expect(titles(await storeOf().query(range, { relevance: 'off-topic' }))).toEqual(['put off topic']);
    expect(await storeOf().add({ ...away, relevance: 'relevant' })).toBe(true);
    expect(titles(await storeOf().query(range))).toEqual(['put off topic']);
    expect(await storeOf().add({ ...away, relevance: 'relevant' })).toBe(false);
  });

  test('a query gives both its days from midnight to midnight, newest first', async () => {
    await addAll([
      record('the millisecond before', '2001-02-27T23:59:59.999Z'),
      record('midnight of the first day', '2001-02-28T00:00:00.000Z'),
      record('last millisecond of the last day', '2001-03-01T23:59:59.999Z'),
      record('the midnight after', '2001-03-02T00:00:00.000Z'),
      record('undated', undefined, { recordedAt: '2001-03-01T12:00:00.000Z' }),
    ]);
    const expected = ['last millisecond of the last day', 'undated', 'midnight of the first day'];
    const range = { fromDay: '2001-02-28', toDay: '2001-03-01' };
    expect(titles(await storeOf().query(range))).toEqual(expected);
    expect(titles(await storeOf().query(range, { outletId: 'harbour-post.example' }))).toEqual(expected);
  });

  test('a range that ends before it begins is empty, with and without an outlet', async () => {
    const range = { fromDay: '2001-03-01', toDay: '2001-02-28' };
    expect(await storeOf().query(range)).toEqual([]);
    expect(await storeOf().query(range, { outletId: 'harbour-post.example' })).toEqual([]);
  });

  test('filters hold together', async () => {
    const at = '2002-05-05T05:00:00.000Z';
    await addAll([
      record('all', at, { language: 'fa', themes: ['denial'], outletId: 'a.example' }),
      record('other language', at, { themes: ['denial'], outletId: 'a.example' }),
      record('other theme', at, { language: 'fa', themes: ['politics'], outletId: 'a.example' }),
      record('other outlet', at, { language: 'fa', themes: ['denial'], outletId: 'b.example' }),
      record('mention', at, {
        language: 'fa',
        themes: ['denial'],
        outletId: 'a.example',
        relevance: 'passing-mention',
      }),
    ]);
    const range = { fromDay: '2002-05-05', toDay: '2002-05-05' };
    const filter = { relevance: 'relevant', language: 'fa', theme: 'denial', outletId: 'a.example' } as const;
    expect(titles(await storeOf().query(range, filter))).toEqual(['all']);
    expect((await storeOf().query(range, { relevance: 'passing-mention' })).length).toBe(1);
    expect((await storeOf().query(range)).length).toBe(5);
  });

  test('a story is its members, seen first first, and nobody else', async () => {
    const member = (title: string, recordedAt: string, storyId = 'a story') =>
      record(title, '2005-01-01T00:00:00.000Z', { recordedAt, storyId });
    await addAll([
      member('carried by one', '2005-06-02T08:00:00.000Z'),
      member('seen first', '2005-06-01T08:00:00.000Z'),
      member('another', '2005-06-01T09:00:00.000Z', 'another story'),
    ]);
    expect(titles(await storeOf().listStory('a story'))).toEqual(['seen first', 'carried by one']);
    expect(await storeOf().listStory('no story')).toEqual([]);
  });

  test('a window of recording takes its first millisecond and leaves its last, over midnight, oldest first', async () => {
    const recorded = (title: string, recordedAt: string) => record(title, '2003-01-01T00:00:00.000Z', { recordedAt });
    await addAll([
      recorded('just before', '2003-06-01T21:59:59.999Z'),
      recorded('first', '2003-06-01T22:00:00.000Z'),
      recorded('last', '2003-06-02T21:59:59.999Z'),
      recorded('just after', '2003-06-02T22:00:00.000Z'),
    ]);
    const found = await storeOf().listRecorded('2003-06-01T22:00:00.000Z', '2003-06-02T22:00:00.000Z');
    expect(titles(found)).toEqual(['first', 'last']);
  });

  test('an outlet is known from its first relevant record on, however many others it has', async () => {
    const of = (title: string, recordedAt: string, changes: Partial<Coverage> = {}) =>
      record(title, '2005-05-05T05:05:05.000Z', { recordedAt, outletId: 'known.example', ...changes });
    const mentions = Array.from({ length: 9 }, (_, n) =>
      of(`mention ${n}`, '2005-05-05T06:00:00.000Z', { relevance: 'passing-mention' }),
    );
    await addAll([...mentions, of('first', '2005-05-06T06:00:00.000Z'), of('later', '2005-05-07T06:00:00.000Z')]);
    const answers = ['2005-05-06T06:00:00.000Z', '2005-05-06T06:00:00.001Z'].map((before) =>
      storeOf().wasRecordedBefore('known.example', before),
    );
    expect(await Promise.all(answers)).toEqual([false, true]);
    expect(await storeOf().wasRecordedBefore('never.example', '2030-01-01T00:00:00.000Z')).toBe(false);
  });

  test('a day of several pages comes whole', async () => {
    // Nothing that packing makes smaller: 60 KB a record, and a page has a megabyte.
    const noise = (seed: string) => createHash('shake256', { outputLength: 750 }).update(seed).digest('base64');
    const matches = Array.from({ length: 60 }, (_, n) => sampleMatch(noise(`${n}`), 1));
    await addAll(Array.from({ length: 30 }, (_, n) => record(`big ${n}`, '2004-04-04T04:04:04.000Z', { matches })));
    expect((await storeOf().query({ fromDay: '2004-04-04', toDay: '2004-04-04' })).length).toBe(30);
  });
}
