import { parseDate } from '../feeds/parse-date.ts';

/** The web is younger; an earlier date is a template's default. */
const EARLIEST = '1994';
const update =
  /[\s,;|·•(–—-]+(last )?(updated?|modified|mis(e)? à jour|modifié|aktualisiert|geändert|actualizado|modificado|aggiornato|modificato|uppdaterad|bijgewerkt|güncelle\p{L}*|atualizado|به‌?روزرسانی)(?![\p{L}])/iu;
const DAY_MILLISECONDS = 86_400_000;

/**
 * A date of the metadata as ISO 8601 in UTC.
 *
 * @returns undefined for text that names no day, and for days before 1994 or after tomorrow
 */
export function pageDate(text: string, now: Date): string | undefined {
  // A year, or a month and a year, is no day.
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < 5) return undefined;
  const date = parseDate(published(text));
  if (!date || date < EARLIEST) return undefined;
  return Date.parse(date) <= now.getTime() + DAY_MILLISECONDS ? date : undefined;
}

/** "Published on 3 May 2022 at 6.30, updated at 9.12": the second time is not the day's. */
function published(text: string): string {
  const end = text.search(update);
  return (end > 0 ? text.slice(0, end) : text).trim();
}
