/** The web is younger; an earlier date is a template's default. */
const EARLIEST = Date.UTC(1994, 0, 1);
const DAY_MILLISECONDS = 86_400_000;

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const rfc2822 =
  /^(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}(?:\s+\d{2}:\d{2}(?::\d{2})?\s*(?:[+-]\d{4}|GMT|UTC|Z)?)?$/;

/**
 * A date of the metadata as ISO 8601 in UTC. A date without a time stands for its midnight, one without a zone is
 * taken as UTC.
 *
 * @returns undefined for text in another form, impossible days, and days before 1994 or after tomorrow
 */
export function pageDate(text: string | undefined, now: Date): string | undefined {
  const trimmed = text?.trim().replace(/\s+/g, ' ');
  if (!trimmed || trimmed.length > 60) return undefined;
  const time =
    isoTime(trimmed) ??
    (rfc2822.test(trimmed) ? Date.parse(`${trimmed}${/:/.test(trimmed) ? '' : ' GMT'}`) : Number.NaN);
  if (!(time >= EARLIEST && time <= now.getTime() + DAY_MILLISECONDS)) return undefined;
  return new Date(time).toISOString();
}

function isoTime(text: string): number | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = match;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (midnight.getUTCDate() !== Number(day) || Number(hour) > 24 || Number(minute) > 59) return Number.NaN;
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) : 0;
  return (
    midnight.getTime() + ((Number(hour) * 60 + Number(minute) - minutes) * 60 + Math.min(59, Number(second))) * 1000
  );
}
