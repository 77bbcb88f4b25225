/** What a clock on the wall shows: the date as YYYY-MM-DD and the hour, 0 … 23. */
export interface LocalTime {
  date: string;
  hour: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** Year, month, day, hour, minute and second in the order of the calendar of ISO 8601. A third of the time of `formatToParts`. */
const localParts = (epochMilliseconds: number, zone: string): readonly string[] =>
  formatterFor(zone).format(epochMilliseconds).match(/\d+/g) ?? [];

/** @param at ISO 8601 with a zone  @param zone IANA name */
export function localTime(at: string, zone: string): LocalTime {
  const [year, month, day, hour] = localParts(Date.parse(at), zone);
  return { date: `${year?.padStart(4, '0')}-${month}-${day}`, hour: Number(hour) };
}

/** @param date YYYY-MM-DD  @returns 1 Monday … 7 Sunday */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

function offsetMilliseconds(epochMilliseconds: number, zone: string): number {
  const [year, month = 0, day, hour, minute, second] = localParts(epochMilliseconds, zone).map(Number);
  const shown = Date.UTC(year ?? 0, month - 1, day, hour, minute, second);
  return shown - Math.floor(epochMilliseconds / 1000) * 1000;
}

/**
 * The instant at which a clock in the zone shows the hour. An hour that a DST night skips gives the same distance
 * after the gap, an hour that it repeats gives the first.
 *
 * @param date YYYY-MM-DD
 * @returns ISO 8601 in UTC
 */
export function instantOf(date: string, hour: number, zone: string): string {
  const shown = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`);
  // A day either side holds the offsets before and after whatever change the night brings.
  const before = offsetMilliseconds(shown - 86_400_000, zone);
  const after = offsetMilliseconds(shown + 86_400_000, zone);
  const candidates = [shown - before, shown - after].filter(
    (instant) => instant + offsetMilliseconds(instant, zone) === shown,
  );
  return new Date(candidates.length > 0 ? Math.min(...candidates) : shown - before).toISOString();
}
