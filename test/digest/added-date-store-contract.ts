import { expect, test } from 'vitest';
import type { AddedDate } from '../../lib/digest/added-date.ts';
import type { AddedDateStore } from '../../lib/digest/added-date-store.ts';
import { CalendarEntry } from '../../lib/digest/calendar-entry.ts';

const added = (id: string, name = 'The appeal opens'): AddedDate => ({
  schemaVersion: 1,
  entry: CalendarEntry.parse({
    ...{ id, kind: 'hearing', name: { en: name, fa: 'آغاز رسیدگی در تجدیدنظر' } },
    when: { every: 'once', date: '2026-12-03', persian: '1405-09-12' },
    hearing: { court: { en: 'Court of Appeal' }, place: { en: 'Stockholm' }, status: 'announced' },
    expects: { days: 2, words: ['appeal', 'تجدیدنظر'] },
    source: { kind: 'page', url: 'https://court.example/list', readOn: '2026-11-28' },
  }),
  addedAt: '2026-11-28T09:00:00.000Z',
});

/** What every AddedDateStore keeps. */
export function keepsAddedDates(storeOf: () => AddedDateStore): void {
  test('a date is kept once under its id, as it was given, until it is removed', async () => {
    const own = async () => (await storeOf().list()).filter(({ entry }) => entry.id.startsWith('contract-'));
    expect(await storeOf().add(added('contract-b'))).toBe(true);
    expect(await storeOf().add(added('contract-a'))).toBe(true);
    expect(await storeOf().add(added('contract-b', 'Another opening'))).toBe(false);
    expect(await own()).toEqual([added('contract-a'), added('contract-b')]);
    expect([await storeOf().remove('contract-b'), await storeOf().remove('contract-b')]).toEqual([true, false]);
    expect(await own()).toEqual([added('contract-a')]);
  });
}
