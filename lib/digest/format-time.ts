import { frameLocale } from './frame-number.ts';
import type { FrameLanguage } from './frame-text.ts';

const comma: Record<FrameLanguage, string> = { en: ',', fa: '،' };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than everything it is then used for. */
function formatterFor(zone: string, language: FrameLanguage): Intl.DateTimeFormat {
  const key = `${zone} ${language}`;
  const known = formatters.get(key);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat(frameLocale(language), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(key, formatter);
  return formatter;
}

function parts(at: string, zone: string, language: FrameLanguage): Record<string, string> {
  const found = formatterFor(zone, language).formatToParts(new Date(at));
  return Object.fromEntries(found.map((part) => [part.type, part.value]));
}

/** "Monday 23 November 2026", «دوشنبه ۲ آذر ۱۴۰۵». @param localDate YYYY-MM-DD */
export function formatDate(localDate: string, language: FrameLanguage): string {
  // ICU's own pattern for the Persian calendar puts the year first and a Latin comma before the weekday.
  const { weekday, day, month, year } = parts(`${localDate}T12:00:00Z`, 'UTC', language);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "23 November", «۲ آذر». @param day YYYY-MM-DD */
export function formatDay(date: string, language: FrameLanguage): string {
  const { day, month } = parts(`${date}T12:00:00Z`, 'UTC', language);
  return `${day} ${month}`;
}

/** "Sunday 22 November, 18:40", «یکشنبه ۱ آذر، ۱۸:۴۰» on the reader's clock. */
export function formatTime(at: string, zone: string, language: FrameLanguage): string {
  const { weekday, day, month, hour, minute } = parts(at, zone, language);
  return `${weekday} ${day} ${month}${comma[language]} ${hour}:${minute}`;
}

/**
 * The same as short as it can be understood: "Sunday, 18:40" within the last six days, else the date without the
 * weekday, with the year where it lies more than half a year from `now`.
 */
export function formatShortTime(at: string, now: string, zone: string, language: FrameLanguage): string {
  const { weekday, day, month, year, hour, minute } = parts(at, zone, language);
  const ageDays = (Date.parse(now) - Date.parse(at)) / 86_400_000;
  const date =
    ageDays >= 0 && ageDays < 6 ? weekday : Math.abs(ageDays) < 183 ? `${day} ${month}` : `${day} ${month} ${year}`;
  return `${date}${comma[language]} ${hour}:${minute}`;
}
