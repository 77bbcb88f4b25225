import { expect, test } from 'vitest';
import { noUsage } from '../../lib/cost/usage.ts';
import type { UsageStore } from '../../lib/cost/usage-store.ts';

/** What every UsageStore keeps. */
export function keepsUsage(storeOf: () => UsageStore): void {
  test('what a stage used adds up over a day, whoever adds at the same time', async () => {
    const one = { invocations: 1, readUnits: 0.5, megabyteMilliseconds: 1_536_000 };
    await Promise.all(Array.from({ length: 10 }, () => storeOf().add('2026-11-01', 'read-article', one)));
    await storeOf().add('2026-11-01', 'read-article', { articles: 3, mails: 0 });
    expect(await storeOf().list('2026-11-01', '2026-11-01')).toEqual([
      {
        day: '2026-11-01',
        stage: 'read-article',
        usage: { ...noUsage(), invocations: 10, readUnits: 5, megabyteMilliseconds: 15_360_000, articles: 3 },
      },
    ]);
  });

  test('days come in order, and of a day the stages', async () => {
    for (const [day, stage] of [
      ['2026-10-03', 'web'],
      ['2026-10-01', 'web'],
      ['2026-10-01', 'fetch-feed'],
      ['2026-09-30', 'web'],
      ['2026-10-04', 'web'],
    ] as const) {
      await storeOf().add(day, stage, { invocations: 1 });
    }
    const found = await storeOf().list('2026-10-01', '2026-10-03');
    expect(found.map(({ day, stage }) => `${day} ${stage}`)).toEqual([
      '2026-10-01 fetch-feed',
      '2026-10-01 web',
      '2026-10-03 web',
    ]);
    expect(await storeOf().list('2026-10-03', '2026-10-01')).toEqual([]);
  });

  test('nothing used writes no row', async () => {
    await storeOf().add('2026-08-01', 'web', noUsage());
    expect(await storeOf().list('2026-08-01', '2026-08-01')).toEqual([]);
  });
}
