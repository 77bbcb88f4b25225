import { dayBefore } from '../../coverage/days.ts';
import { CalendarEntry } from '../../digest/calendar-entry.ts';
import { toPersian } from '../../digest/persian-date.ts';

const SOURCE = { kind: 'general-knowledge', note: 'invented for the sample newsroom, as its outlets are' } as const;
const once = (date: string) => ({ every: 'once', date, persian: toPersian(date) }) as const;

/**
 * Dates of the invented world around today: a gathering of which nobody wrote, told in the first edition, a hearing that
 * comes and one that does not.
 *
 * @param today YYYY-MM-DD in UTC
 */
export function inventedDates(today: string): CalendarEntry[] {
  return [
    {
      id: 'silent-vigil-at-the-harbour',
      kind: 'gathering',
      name: { en: 'Silent vigil of the families at Northgate harbour', fa: 'گردهمایی خاموش خانواده‌ها در بندر نورث‌گیت' },
      when: once(dayBefore(today, 3)),
      // Waited for until the end of the day before today, so that the first edition settles it.
      expects: { days: 2, words: ['silent vigil', 'Northgate harbour', 'گردهمایی خاموش'] },
      source: SOURCE,
    },
    {
      id: 'witnesses-before-the-court',
      kind: 'hearing',
      name: { en: 'Survivors ask the court to hear them as witnesses', fa: 'درخواست بازماندگان برای شهادت در دادگاه' },
      when: once(dayBefore(today, -5)),
      hearing: {
        court: { en: 'Rhine Valley Court of Appeal', fa: 'دادگاه تجدیدنظر درهٔ راین' },
        place: { en: 'Rheintal', fa: 'راین‌تال' },
        status: 'announced',
      },
      source: SOURCE,
    },
    {
      id: 'archive-of-the-trial',
      kind: 'hearing',
      name: { en: 'Access to the archive of the trial', fa: 'دسترسی به بایگانی دادگاه' },
      when: once(dayBefore(today, -9)),
      hearing: {
        court: { en: 'Harbour District Court', fa: 'دادگاه شهرستان هاربر' },
        place: { en: 'Northgate', fa: 'نورث‌گیت' },
        status: 'postponed',
      },
      source: SOURCE,
    },
  ].map((entry) => CalendarEntry.parse(entry));
}
