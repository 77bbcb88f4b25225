import { z } from 'zod';
import { fromPersian, isoDate, toPersian } from './persian-date.ts';

const Month = z.int().min(1).max(12);
const Day = z.int().min(1).max(31);

/** Days of the month in the years that have most. */
const persianDays = (month: number): number => (month <= 6 ? 31 : 30);
const gregorianDays = (month: number): number => Number(isoDate(2024, month + 1, 0).slice(8));

/** Refuses a day that no year has. */
const within =
  (daysOf: (month: number) => number) =>
  ({ month, day }: { month: number; day: number }) =>
    day <= daysOf(month);
const noSuchDay = { path: ['day'], error: 'no year has that day; correct it' };

/** The Persian calendar is not computed for every year, and another one is mistyped. @param date YYYY-MM-DD, Gregorian */
export const isInReach = (date: string): boolean => date >= '1900' && date < '2200';

/** When it takes place: every year by either calendar, or once. */
export const CalendarWhen = z.discriminatedUnion('every', [
  /** 29 February is 1 March where there is none. */
  z
    .strictObject({ every: z.literal('gregorian-year'), month: Month, day: Day })
    .refine(within(gregorianDays), noSuchDay),
  /** 30 Esfand is the 29th where there is none. */
  z.strictObject({ every: z.literal('persian-year'), month: Month, day: Day }).refine(within(persianDays), noSuchDay),
  /** The last such weekday before the date; 1 is Monday, 7 Sunday. */
  z
    .strictObject({
      every: z.literal('persian-year-weekday-before'),
      weekday: z.int().min(1).max(7),
      month: Month,
      day: Day,
    })
    .refine(within(persianDays), noSuchDay),
  z
    .strictObject({
      every: z.literal('once'),
      date: z.iso
        .date('write a day that there is, as 2026-12-03')
        .refine(isInReach, { error: 'write a year from 1900 to 2199', abort: true }),
      /** The same day by the Persian calendar, as it was announced: one of the two is often mistaken. */
      persian: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'write it as 1405-09-12')
        .optional(),
    })
    .check(({ value: { date, persian }, issues }) => {
      if (persian === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(persian) || fromPersian(persian) === date) return;
      const asked = fromPersian(persian) ?? 'no day at all';
      const message = `${persian} is ${asked}, and ${date} is ${toPersian(date)}; correct one of the two`;
      issues.push({ code: 'custom', message, path: ['persian'], input: persian });
    }),
]);
export type CalendarWhen = z.infer<typeof CalendarWhen>;
