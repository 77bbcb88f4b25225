import { toJalaali } from 'jalaali-js';

const minutesPerTehranOffset = 210;
const zones: Record<string, string> = { fa: 'Asia/Tehran', ar: 'Asia/Beirut', tr: 'Europe/Istanbul', en: 'UTC' };

/** Iranian calendar and Tehran time with western digits: "1405/09/02 13:45". */
export function formatJalali(at: Date): string {
  const local = new Date(at.getTime() + minutesPerTehranOffset * 60_000);
  const { jy, jm, jd } = toJalaali(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${jy}/${two(jm)}/${two(jd)} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/** The line a reader sees above an article, in the page's language and its own time zone. */
export function formatForReaders(at: Date, language: string): string {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language;
  const timeZone = zones[language] ?? 'Europe/Berlin';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}
