import { expect, test } from 'vitest';
import { openFilter } from '../../lib/digest/reader-filter.ts';
import { fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

const log = watchLog();
const id = '00000000000000aa';
const at = (day: number, time = '05:00') => `2026-08-${String(day).padStart(2, '0')}T${time}:00.000Z`;
const worldOf = (
  changes: Parameters<typeof sampleSubscriber>[0],
  coverage = [] as ReturnType<typeof sampleCoverage>[],
) => fakeWorld({ subscribers: [sampleSubscriber(changes)], coverage });

test('a quiet day is closed without a mail for who wants none, counted once, and its window does not come again', async () => {
  const world = worldOf({ quietDay: 'skip' });
  expect(await tick(world, at(27))).toEqual([{ editionId: `${id}/2026-08-27`, outcome: 'skipped-quiet' }]);
  expect(await tick(world, at(27, '05:05'))).toEqual([]);
  expect(log.outcomes.map(({ outcome }) => outcome)).toEqual(['skipped-quiet']);
  expect(world.editions.get(`${id}/2026-08-27`)).toMatchObject({ state: 'done', outcome: 'skipped-quiet' });
  expect([world.accepted, [...world.sends.keys()]]).toEqual([[], []]);
  world.coverage.push(sampleCoverage({ recordedAt: at(27, '04:59') }));
  await tick(world, at(28));
  expect(world.editions.get(`${id}/2026-08-28`)).toMatchObject({ from: at(27, '04:59'), coverageCount: 1 });
  expect(world.accepted).toHaveLength(1);
});

test('a late article is no quiet day', async () => {
  const world = worldOf({ quietDay: 'skip' }, [sampleCoverage({ recordedAt: at(27, '03:00'), isLate: true })]);
  expect(await tick(world, at(27))).toMatchObject([{ outcome: 'sent' }]);
});

test('quiet days of the week are told in one line on the weekday', async () => {
  // 29 August 2026 is a Saturday.
  const world = worldOf({ quietDay: 'weekly', weekday: 6 }, [sampleCoverage({ recordedAt: at(26, '03:00') })]);
  const ends = [];
  for (let day = 23; day <= 30; day += 1) ends.push(...(await tick(world, at(day))));
  expect(ends.map(({ outcome }) => outcome)).toEqual([
    ...['skipped-quiet', 'skipped-quiet', 'skipped-quiet', 'sent'],
    ...['skipped-quiet', 'skipped-quiet', 'sent', 'skipped-quiet'],
  ]);
  const [withNews, gathered] = world.accepted;
  expect(withNews?.text).not.toContain('of the last week');
  expect(gathered?.subject).toBe('Vigil: no new coverage');
  // The day of the edition itself is told by its own line.
  expect(gathered?.text).toContain('On 5 days of the last week there was no new coverage.');
  expect(gathered?.html).toContain('On 5 days of the last week there was no new coverage.');
});

test('a weekly reader gets one edition a week of all its coverage', async () => {
  const world = worldOf(
    { frequency: 'weekly', weekday: 6, addedAt: at(24) },
    [24, 26, 28].map((day) => sampleCoverage({ recordedAt: at(day, '12:00'), title: `Of the ${day}th` })),
  );
  for (let day = 24; day <= 31; day += 1) await tick(world, at(day));
  expect(world.accepted.map(({ tags }) => tags.edition)).toEqual([`${id}_2026-08-29`]);
  expect(world.editions.get(`${id}/2026-08-29`)).toMatchObject({ coverageCount: 3, from: at(22, '04:59') });
});

test('an instant reader gets what is recorded at the next tick, then nothing for an hour, and the rest after it', async () => {
  const recorded = (time: string) => sampleCoverage({ recordedAt: at(29, time), title: time });
  const world = worldOf({ frequency: 'instant', quietDay: 'skip' });
  await tick(world, at(29));
  world.coverage.push(recorded('07:01'));
  const ends = await tick(world, at(29, '07:05'));
  expect(ends).toEqual([{ editionId: `${id}/2026-08-29t20260829045900`, outcome: 'sent' }]);
  world.coverage.push(recorded('07:06'), recorded('07:30'));
  for (const time of ['07:10', '07:40', '08:00']) expect(await tick(world, at(29, time))).toEqual([]);
  await tick(world, at(29, '08:05'));
  expect([...world.editions.values()].map(({ editionId, coverageCount }) => [editionId, coverageCount])).toEqual([
    [`${id}/2026-08-29`, undefined],
    [`${id}/2026-08-29t20260829045900`, 1],
    [`${id}/2026-08-29t20260829070400`, 2],
  ]);
  expect(world.accepted.map(({ tags }) => tags.edition)).toEqual([
    `${id}_2026-08-29t20260829045900`,
    `${id}_2026-08-29t20260829070400`,
  ]);
});

test('an instant mail that was refused at first is an hour before the next one all the same', async () => {
  const world = worldOf({ frequency: 'instant', quietDay: 'skip' });
  await tick(world, at(29));
  world.coverage.push(sampleCoverage({ recordedAt: at(29, '07:01') }));
  world.mailEnds.push({ status: 'refused', retryable: true, reason: 'TooManyRequestsException' });
  await tick(world, at(29, '07:05'));
  await tick(world, at(29, '07:15'));
  world.coverage.push(sampleCoverage({ recordedAt: at(29, '07:20'), title: 'The next' }));
  expect(await tick(world, at(29, '08:10'))).toEqual([]);
  expect(await tick(world, at(29, '08:15'))).toMatchObject([{ outcome: 'sent' }]);
});

test('only coverage that the filter lets through makes an instant edition, and the mail says that one is on', async () => {
  const filter = { ...openFilter, languages: ['fa'] };
  const world = worldOf({ frequency: 'instant', quietDay: 'skip', filter });
  await tick(world, at(29));
  world.coverage.push(sampleCoverage({ recordedAt: at(29, '07:01'), language: 'en' }));
  expect(await tick(world, at(29, '07:05'))).toEqual([]);
  world.coverage.push(sampleCoverage({ recordedAt: at(29, '07:06'), language: 'fa', title: 'گزارش' }));
  await tick(world, at(29, '07:10'));
  const [mail] = world.accepted;
  expect(world.editions.get(`${id}/2026-08-29t20260829045900`)?.coverageCount).toBe(1);
  expect(mail?.text).toContain('Your filters: Persian. Other coverage is left out.');
  expect(mail?.html).toContain('Your filters: Persian. Other coverage is left out.');
});

test('an edition is late an hour after its hour, a weekly one on its day alone, an instant one an hour after it was opened', async () => {
  const lateAt = async (
    changes: Parameters<typeof sampleSubscriber>[0],
    time: string,
    coverage = [sampleCoverage()],
  ) => {
    const world = worldOf(changes, coverage);
    const { claimSend } = world.needs.editionStore;
    world.needs.editionStore = { ...world.needs.editionStore, claimSend: async () => false };
    await tick(world, at(29, '07:05'));
    log.outcomes.length = 0;
    await tick(world, at(29, time));
    world.needs.editionStore = { ...world.needs.editionStore, claimSend };
    return log.outcomes.filter(({ outcome }) => outcome === 'late').length;
  };
  expect(await lateAt({ hour: 9 }, '07:10')).toBe(0);
  expect(await lateAt({ hour: 8 }, '07:10')).toBe(1);
  const news = [sampleCoverage({ recordedAt: at(29, '07:01') })];
  expect(await lateAt({ frequency: 'instant', hour: 7 }, '08:00', news)).toBe(0);
  expect(await lateAt({ frequency: 'instant', hour: 7 }, '08:05', news)).toBe(1);
});

test('what breaks before the edition is known is late for a weekly reader on their weekday alone', async () => {
  // 29 August 2026 is a Saturday.
  for (const [weekday, late] of [
    [6, 1],
    [7, 0],
  ] as const) {
    const world = worldOf({ frequency: 'weekly', weekday, hour: 7 });
    const latest = async () => {
      throw new Error('the table is away');
    };
    world.needs.editionStore = { ...world.needs.editionStore, latest };
    log.outcomes.length = 0;
    await expect(tick(world, at(29, '07:05'))).rejects.toThrow('1 of 1 readers not served');
    expect(log.outcomes.filter(({ outcome }) => outcome === 'late')).toHaveLength(late);
  }
});
