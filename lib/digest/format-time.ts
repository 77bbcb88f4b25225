import { type FrameLanguage, frameLocale } from './frame-text.ts';

function parts(at: string, zone: string, language: FrameLanguage): Record<string, string> {
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
  return Object.fromEntries(formatter.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

/** "Monday 23 November 2026", «دوشنبه ۲ آذر ۱۴۰۵». @param localDate YYYY-MM-DD */
export function formatDate(localDate: string, language: FrameLanguage): string {
  // ICU's own pattern for the Persian calendar puts the year first and a Latin comma before the weekday.
  const { weekday, day, month, year } = parts(`${localDate}T12:00:00Z`, 'UTC', language);
  return `${weekday} ${day} ${month} ${year}`;
}

/**
 * "Sunday 22 November, 18:40", «یکشنبه ۱ آذر، ۱۸:۴۰» on the reader's clock; with the year instead of the weekday
 * where the time lies more than half a year from `now`.
 */
export function formatTime(at: string, now: string, zone: string, language: FrameLanguage): string {
  const { weekday, day, month, year, hour, minute } = parts(at, zone, language);
  const comma = language === 'fa' ? '،' : ',';
  const isDistant = Math.abs(Date.parse(now) - Date.parse(at)) > 183 * 86_400_000;
  const date = isDistant ? `${day} ${month} ${year}` : `${weekday} ${day} ${month}`;
  return `${date}${comma} ${hour}:${minute}`;
}
