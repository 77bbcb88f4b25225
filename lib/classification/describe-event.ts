import type { EventFact } from './facts.ts';

const SMALL = new Set(['sur']);

/** "rally, The Hague, 2026-08-30": its kind, and the place and the day as far as the text gives them. */
export function describeEvent({ kind, place, date }: EventFact): string {
  return [kind, place && placeName(place), date && dayOf(date)].filter((part) => part !== undefined).join(', ');
}

const MONTHS = {
  gregorian: 'January February March April May June July August September October November December'.split(' '),
  persian: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
};

/** "2026-08-30"; "30 August" where the text gives no year; "8 Shahrivar 1405" by the Persian calendar. */
function dayOf({ calendar, year, month, day }: NonNullable<EventFact['date']>): string {
  if (calendar === 'gregorian' && year !== undefined) {
    return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  }
  return [day, MONTHS[calendar][month - 1], year].filter((part) => part !== undefined).join(' ');
}

/** "The Hague" of the id `the-hague`. */
function placeName(id: string): string {
  const words = id.split('-').map((word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return words.join(' ');
}
