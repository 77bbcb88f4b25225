import { expect, test } from 'vitest';
import { findWaiting } from '../../lib/digest/find-waiting.ts';
import { fakeEditionStore, fakeWorld, sampleSubscriber } from './fake-ports.ts';
import { sampleCoverage } from './sample-coverage.ts';
import { tick, watchLog } from './tick.ts';

const log = watchLog();
const readerAt = (index: number, changes: Parameters<typeof sampleSubscriber>[0] = {}) =>
  sampleSubscriber({
    subscriberId: index.toString(16).padStart(16, '0'),
    // The list is ordered by address; who waits longest stands last in it.
    address: `reader-${String(999 - index)}@reader.example`,
    zone: 'UTC',
    ...changes,
  });

test('who waits stands in the order in which their editions were due, and nobody else', async () => {
  const { store } = fakeEditionStore();
  const readers = [
    readerAt(1, { hour: 6 }),
    readerAt(2, { hour: 3 }),
    readerAt(3, { hour: 9 }),
    readerAt(4, { hour: 5, frequency: 'weekly', weekday: 1, addedAt: '2026-08-27T00:00:00.000Z' }),
    readerAt(5, { zone: 'Asia/Tehran', hour: 8 }),
    readerAt(6, { frequency: 'instant', hour: 9 }),
    readerAt(7, { frequency: 'instant', hour: 9 }),
    readerAt(8, { hour: 4 }),
  ];
  const opened = (index: number, changes: { localDate: string; to: string; createdAt: string }) =>
    store.open({
      ...{ schemaVersion: 1, subscriberId: readerAt(index).subscriberId, state: 'building', from: changes.to },
      editionId: `${readerAt(index).subscriberId}/${changes.localDate}`,
      ...changes,
    });
  // One of yesterday is open still; an instant one was sent ten minutes ago.
  const yesterday = { localDate: '2026-08-28', to: '2026-08-28T04:00:00.000Z', createdAt: '2026-08-28T04:00:00.000Z' };
  await opened(8, yesterday);
  const { editionId } = await opened(7, { ...yesterday, to: '2026-08-29T06:50:00.000Z' });
  await store.finish(editionId, 'done');
  const times = { now: '2026-08-29T07:00:00.000Z', upTo: '2026-08-29T06:59:00.000Z' };
  const waiting = await findWaiting(readers, times, { editionStore: store });
  expect(waiting.map(({ subscriber, since, isDue }) => [subscriber.subscriberId.at(-1), since, isDue])).toEqual([
    ['6', '2026-08-01T00:00:00.000Z', false],
    ['8', '2026-08-28T04:00:00.000Z', true],
    ['2', '2026-08-29T03:00:00.000Z', true],
    ['5', '2026-08-29T04:30:00.000Z', true],
    ['1', '2026-08-29T06:00:00.000Z', true],
  ]);
});

test('one whose editions cannot be read keeps the turn of their last hour', async () => {
  const broken = /[1-5]$/;
  const editionStore = { latest: async (id: string) => (broken.test(id) ? Promise.reject(new Error()) : undefined) };
  const times = { now: '2026-08-29T07:00:00.000Z', upTo: '2026-08-29T06:59:00.000Z' };
  const readers = [
    readerAt(1, { hour: 3 }),
    readerAt(2, { hour: 9 }),
    // The 29th is a Saturday.
    readerAt(3, { hour: 5, frequency: 'weekly', weekday: 6 }),
    readerAt(4, { hour: 5, frequency: 'weekly', weekday: 5 }),
    readerAt(5, { hour: 4, frequency: 'instant' }),
    readerAt(6, { hour: 6 }),
  ];
  const waiting = await findWaiting(readers, times, { editionStore });
  expect(waiting.map(({ subscriber, since, isDue }) => [subscriber.subscriberId.at(-1), since, isDue])).toEqual([
    ['4', '2026-08-28T05:00:00.000Z', false],
    ['2', '2026-08-28T09:00:00.000Z', false],
    ['1', '2026-08-29T03:00:00.000Z', true],
    ['5', '2026-08-29T04:00:00.000Z', false],
    ['3', '2026-08-29T05:00:00.000Z', true],
    ['6', '2026-08-29T06:00:00.000Z', true],
  ]);
});

test('of readers for whom a tick has no time, those whose editions cannot be read are told of as late too', async () => {
  const world = fakeWorld({ subscribers: [readerAt(1, { hour: 3 }), readerAt(2, { hour: 5 })] });
  const { mailer, editionStore } = world.needs;
  const { latest } = editionStore;
  editionStore.latest = (id) => (id.endsWith('2') ? Promise.reject(new Error('the table is away')) : latest(id));
  world.needs.mailer = {
    async send(mail) {
      world.clock.now = '2026-08-29T06:34:01.000Z';
      return mailer.send(mail);
    },
  };
  await tick(world, '2026-08-29T06:30:00.000Z');
  expect(log.outcomes.filter(({ outcome }) => outcome === 'late')).toMatchObject([
    { stage: 'edition', count: 1, reason: '1 readers were due an hour ago, and a tick had no time for them' },
  ]);
});

test.each([
  ['went on after a pause', { stateAt: '2026-08-29T12:00:00.000Z' }],
  ['moved their hour back', { rhythmAt: '2026-08-29T12:00:00.000Z' }],
])('who %s at noon is late an hour after that, not at once', async (_, changes) => {
  const world = fakeWorld({ subscribers: [readerAt(1, { hour: 6, ...changes })] });
  world.needs.editionArchive = { ...world.needs.editionArchive, put: async () => Promise.reject(new Error('away')) };
  const late: number[] = [];
  for (const time of ['12:05', '12:55', '13:00']) {
    await tick(world, `2026-08-29T${time}:00.000Z`).catch(() => {});
    late.push(log.outcomes.filter(({ outcome }) => outcome === 'late').length);
  }
  expect(late).toEqual([0, 0, 1]);
});

test('more readers than a tick has time for are served by the next ticks, the longest waiting first, each once', async () => {
  const readers = Array.from({ length: 180 }, (_, index) => readerAt(index, { hour: index < 60 ? 5 : 7 }));
  const world = fakeWorld({ subscribers: readers, coverage: [sampleCoverage()] });
  const { mailer } = world.needs;
  // A mail takes three seconds: eighty and one fit into a tick.
  world.needs.mailer = {
    async send(mail) {
      world.clock.now = new Date(Date.parse(world.clock.now) + 3000).toISOString();
      return mailer.send(mail);
    },
  };
  const servedBy: number[] = [];
  for (const time of ['2026-08-29T07:55:00.000Z', '2026-08-29T08:00:00.000Z', '2026-08-29T08:05:00.000Z']) {
    servedBy.push((await tick(world, time)).length);
  }
  expect(servedBy).toEqual([81, 81, 18]);
  const to = world.accepted.map((mail) => mail.to);
  expect([new Set(to).size, to.length]).toEqual([180, 180]);
  const early = new Set(readers.slice(0, 60).map(({ address }) => address));
  expect(to.slice(0, 60).every((address) => early.has(address))).toBe(true);

  const left = log.lines.map((line) => JSON.parse(line)).filter(({ message }) => /left to the next tick/.test(message));
  expect(left.map(({ readers: count }) => count)).toEqual([99, 18]);
  // At 07:59 those of seven waited less than an hour; at 08:04 the eighteen had waited longer.
  const late = log.outcomes.filter(({ stage, reason }) => stage === 'edition' && reason?.includes('no time for them'));
  expect(late.map(({ outcome, count }) => [outcome, count])).toEqual([['late', 18]]);
});
