import { describe, expect, test } from 'vitest';
import { dueEdition, type EditionRhythm, instantEdition } from '../../lib/digest/due-edition.ts';
import { editionIdOf, editionIdOfName, editionName } from '../../lib/digest/edition-id.ts';

type Latest = NonNullable<Parameters<typeof dueEdition>[1]>;

const reader = (zone: string, hour = 7, changes: Partial<EditionRhythm> = {}): EditionRhythm => ({
  ...{ zone, hour, frequency: 'daily', weekday: 1, addedAt: '2026-08-01T00:00:00.000Z' },
  ...changes,
});
const previous = (localDate: string, to: string, state: Latest['state'] = 'done'): Latest => ({
  localDate,
  from: new Date(Date.parse(to) - 86_400_000).toISOString(),
  to,
  state,
});

test('nothing is due before the local hour', () => {
  expect(dueEdition(reader('Europe/Paris'), undefined, '2026-08-29T04:59:59.000Z')).toBeUndefined();
});

test('a first edition covers the 24 hours before', () => {
  expect(dueEdition(reader('Europe/Paris'), undefined, '2026-08-29T05:00:00.000Z')).toEqual({
    localDate: '2026-08-29',
    from: '2026-08-28T05:00:00.000Z',
    to: '2026-08-29T05:00:00.000Z',
  });
});

test('a later edition begins where the one before ended', () => {
  const latest = previous('2026-08-28', '2026-08-28T05:02:00.000Z');
  expect(dueEdition(reader('Europe/Paris'), latest, '2026-08-29T05:01:00.000Z')).toEqual({
    localDate: '2026-08-29',
    from: '2026-08-28T05:02:00.000Z',
    to: '2026-08-29T05:01:00.000Z',
  });
});

test('a local date with an edition gets no second one', () => {
  const latest = previous('2026-08-29', '2026-08-29T05:00:00.000Z');
  expect(dueEdition(reader('Europe/Paris'), latest, '2026-08-29T21:59:59.000Z')).toBeUndefined();
});

test('the window of an edition that nobody got is carried on', () => {
  for (const state of ['building', 'ready', 'expired'] as const) {
    const latest = previous('2026-08-28', '2026-08-28T05:00:00.000Z', state);
    expect(dueEdition(reader('Europe/Paris'), latest, '2026-08-29T05:00:00.000Z')?.from).toBe(
      '2026-08-27T05:00:00.000Z',
    );
  }
});

test('a day without any tick is made up for by the window, not by a second edition', () => {
  const latest = previous('2026-08-26', '2026-08-26T05:00:00.000Z');
  expect(dueEdition(reader('Europe/Paris'), latest, '2026-08-29T06:00:00.000Z')).toEqual({
    localDate: '2026-08-29',
    from: '2026-08-26T05:00:00.000Z',
    to: '2026-08-29T06:00:00.000Z',
  });
});

test('a window can end before the tick, but never before it begins', () => {
  const latest = previous('2026-08-28', '2026-08-29T04:59:30.000Z');
  expect(dueEdition(reader('Europe/Paris'), latest, '2026-08-29T05:00:00Z', '2026-08-29T04:59:00Z')).toEqual({
    localDate: '2026-08-29',
    from: '2026-08-29T04:59:30.000Z',
    to: '2026-08-29T04:59:30.000Z',
  });
});

/** Ticks every five minutes through three days; the local dates and UTC times at which an edition is due. */
function ticks(zone: string, hour: number, start: string, hours = 72): string[] {
  const due: string[] = [];
  let latest: Latest | undefined;
  for (let at = Date.parse(start); at < Date.parse(start) + hours * 3_600_000; at += 300_000) {
    const edition = dueEdition(reader(zone, hour), latest, new Date(at).toISOString());
    if (!edition) continue;
    latest = { ...edition, state: 'done' };
    due.push(`${edition.localDate} ${new Date(at).toISOString().slice(5, 16)}`);
  }
  return due;
}

test('a day that ends without the reader’s hour has its edition in its last hour', () => {
  const latest = previous('2026-03-27', '2026-03-28T01:00:00.000Z');
  const due = (now: string) => dueEdition(reader('America/Nuuk', 23), latest, now)?.localDate;
  expect(due('2026-03-28T23:59:00.000Z')).toBeUndefined();
  expect(due('2026-03-29T00:00:00.000Z')).toBe('2026-03-28');
  expect(dueEdition(reader('America/Nuuk', 23), undefined, '2026-03-30T00:00:00.000Z')?.localDate).toBe('2026-03-29');
});

test('the night that skips an hour has its edition at the first moment after the gap', () => {
  // 29 March 2026, 02:00 becomes 03:00 in Paris.
  expect(ticks('Europe/Paris', 2, '2026-03-28T00:00:00Z')).toEqual([
    '2026-03-28 03-28T01:00',
    '2026-03-29 03-29T01:00',
    '2026-03-30 03-30T00:00',
  ]);
});

test('the night that repeats an hour has one edition, at the first of the two', () => {
  // 25 October 2026, 03:00 becomes 02:00 in Paris.
  expect(ticks('Europe/Paris', 2, '2026-10-23T22:00:00Z')).toEqual([
    '2026-10-24 10-24T00:00',
    '2026-10-25 10-25T00:00',
    '2026-10-26 10-26T01:00',
  ]);
});

test('Tehran and Kathmandu have their editions on the half and the three-quarter hour, all year', () => {
  expect(ticks('Asia/Tehran', 8, '2026-03-21T00:00:00Z', 48)).toEqual([
    '2026-03-21 03-21T04:30',
    '2026-03-22 03-22T04:30',
  ]);
  expect(ticks('Asia/Tehran', 8, '2026-09-21T20:30:00Z', 48)).toEqual([
    '2026-09-22 09-22T04:30',
    '2026-09-23 09-23T04:30',
  ]);
  expect(ticks('Asia/Kathmandu', 6, '2026-07-01T00:00:00Z', 48)).toEqual([
    '2026-07-01 07-01T00:15',
    '2026-07-02 07-02T00:15',
  ]);
});

test('Lord Howe, whose clocks change by half an hour, has one edition for each date', () => {
  // 5 April 2026, 02:00 becomes 01:30; 4 October 2026, 02:00 becomes 02:30.
  expect(ticks('Australia/Lord_Howe', 1, '2026-04-03T13:00:00Z')).toEqual([
    '2026-04-04 04-03T14:00',
    '2026-04-05 04-04T14:00',
    '2026-04-06 04-05T14:30',
  ]);
  expect(ticks('Australia/Lord_Howe', 2, '2026-10-02T13:30:00Z')).toEqual([
    '2026-10-03 10-02T15:30',
    '2026-10-04 10-03T15:30',
    '2026-10-05 10-04T15:00',
  ]);
});

test('a reader who moves west gets no second edition for the date, one who moves east misses none', () => {
  const tokyo = previous('2026-08-29', '2026-08-28T22:00:00.000Z');
  const west = reader('America/Los_Angeles');
  expect(dueEdition(west, tokyo, '2026-08-28T22:05:00.000Z')).toBeUndefined();
  expect(dueEdition(west, tokyo, '2026-08-29T14:00:00.000Z')).toBeUndefined();
  expect(dueEdition(west, tokyo, '2026-08-30T14:00:00.000Z')).toEqual({
    localDate: '2026-08-30',
    from: '2026-08-28T22:00:00.000Z',
    to: '2026-08-30T14:00:00.000Z',
  });

  const losAngeles = previous('2026-08-28', '2026-08-28T14:00:00.000Z');
  expect(dueEdition(reader('Asia/Tokyo'), losAngeles, '2026-08-28T22:00:00.000Z')?.localDate).toBe('2026-08-29');
});

describe('a weekly reader', () => {
  const weekly = reader('Europe/Paris', 7, { frequency: 'weekly', weekday: 3 });
  const at = (day: string) => `${day}T05:00:00.000Z`;

  test('gets a first edition of seven days on the first weekday after they came', () => {
    const added = { ...weekly, addedAt: '2026-08-20T12:00:00.000Z' };
    expect(dueEdition(added, undefined, at('2026-08-21'))).toBeUndefined();
    expect(dueEdition(added, undefined, at('2026-08-26'))).toEqual({
      localDate: '2026-08-26',
      from: at('2026-08-19'),
      to: at('2026-08-26'),
    });
  });

  test('gets one on the weekday, or, where no tick came on that day, on the next', () => {
    const latest = previous('2026-08-19', at('2026-08-19'));
    expect(dueEdition(weekly, latest, at('2026-08-25'))).toBeUndefined();
    expect(dueEdition(weekly, latest, at('2026-08-26'))?.localDate).toBe('2026-08-26');
    const late = dueEdition(weekly, latest, at('2026-08-28'));
    expect(late).toEqual({ localDate: '2026-08-28', from: at('2026-08-19'), to: at('2026-08-28') });
    const next = previous('2026-08-28', at('2026-08-28'));
    expect(dueEdition(weekly, next, at('2026-09-01'))).toBeUndefined();
    expect(dueEdition(weekly, next, at('2026-09-02'))?.from).toBe(at('2026-08-28'));
  });

  test('gets what failed on the weekday the day after, not the week after', () => {
    const failed = previous('2026-08-26', at('2026-08-26'), 'expired');
    expect(dueEdition(weekly, failed, at('2026-08-27'))).toEqual({
      localDate: '2026-08-27',
      from: at('2026-08-25'),
      to: at('2026-08-27'),
    });
  });
});

describe('a reader of instant editions', () => {
  const instant = reader('Europe/Paris', 7, { frequency: 'instant' });
  const now = '2026-08-29T12:00:00.000Z';

  test('has the next one an hour after the last window at the earliest', () => {
    expect(instantEdition(instant, previous('2026-08-29', '2026-08-29T11:00:01.000Z'), now)).toBeUndefined();
    expect(instantEdition(instant, previous('2026-08-29', '2026-08-29T11:00:00.000Z'), now)).toEqual({
      localDate: '2026-08-29',
      from: '2026-08-29T11:00:00.000Z',
      to: now,
      after: '2026-08-29T11:00:00.000Z',
    });
  });

  test('keeps the date they had when they move west, so that the newest edition has the latest date', () => {
    const tokyo = previous('2026-08-30', '2026-08-29T16:00:00.000Z');
    const west = reader('America/Los_Angeles', 7, { frequency: 'instant' });
    expect(instantEdition(west, tokyo, '2026-08-29T18:00:00.000Z')?.localDate).toBe('2026-08-30');
  });

  test('has the day’s one edition at their hour where the date brought none so far', () => {
    const at = '2026-08-29T05:00:00.000Z';
    expect(dueEdition(instant, previous('2026-08-28', '2026-08-28T09:00:00.000Z'), at)?.after).toBeUndefined();
    expect(dueEdition(instant, previous('2026-08-28', '2026-08-28T09:00:00.000Z'), at)?.localDate).toBe('2026-08-29');
    expect(dueEdition(instant, previous('2026-08-29', '2026-08-29T01:00:00.000Z'), at)).toBeUndefined();
  });
});

test('two runs that find an instant edition due at once name the same one', () => {
  const instant = reader('UTC', 7, { frequency: 'instant' });
  const latest = previous('2026-08-29', '2026-08-29T07:00:00.000Z');
  const ids = ['2026-08-29T09:05:00.000Z', '2026-08-29T09:06:30.000Z'].map((now) => {
    const due = instantEdition(instant, latest, now);
    return due && editionIdOf('00000000000000aa', due);
  });
  expect(ids).toEqual(Array(2).fill('00000000000000aa/2026-08-29t20260829070000'));
});

test('ids of one reader’s editions are ordered as they were opened', () => {
  const ids = [
    { localDate: '2026-08-29', from: '', to: '2026-08-29T05:00:00.000Z' },
    { localDate: '2026-08-29', from: '', to: '2026-08-29T09:05:00.000Z', after: '2026-08-29T05:00:00.000Z' },
    { localDate: '2026-08-29', from: '', to: '2026-08-30T01:05:00.000Z', after: '2026-08-29T09:05:00.000Z' },
    { localDate: '2026-08-30', from: '', to: '2026-08-30T05:00:00.000Z' },
  ].map((due) => editionIdOf('00000000000000aa', due));
  expect(ids).toEqual([
    '00000000000000aa/2026-08-29',
    '00000000000000aa/2026-08-29t20260829050000',
    '00000000000000aa/2026-08-29t20260829090500',
    '00000000000000aa/2026-08-30',
  ]);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.map((id) => editionIdOfName(editionName(id)))).toEqual(ids);
});
