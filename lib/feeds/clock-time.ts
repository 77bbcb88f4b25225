import { zoneMinutes } from './time-zones.ts';

export interface ClockTime {
  /** Since midnight. */
  milliseconds: number;
  /** Minutes east of UTC; undefined where none is named. */
  zone: number | undefined;
}

/** How a time is written, the surest first; the groups are hours, minutes, seconds and the half of the day. */
const TIMES = [
  /(?<![\d:+])(?<h>\d{1,2}):(?<m>\d{1,2})(?::(?<s>\d{1,2})(?:[.,]\d{1,9})?)?\s?(?<half>(?:[ap]\.?m\.?|[قب]\.?ظ|ص|م)(?!\p{L}))?/iu,
  /(?<=\d[T ])(?<h>\d{2})(?<m>\d{2})(?=Z|[+-]\d)/i,
  /(?<=\dT)(?<h>\d{2})(?=Z|$)/i,
  /(?<=\bkl\.?\s?)(?<h>\d{1,2})\.(?<m>\d{2})(?!\d)/i,
  /(?<![\d.])(?<h>\d{1,2})\.(?<m>\d{2})(?=\s?Uhr)/i,
  /(?<=[, ])(?<h>\d{1,2})\s?(?:h|Uhr)\s?(?<m>\d{2})?(?=$|\s)/i,
];

/** The clock time with its zone, and the text without them. */
export function takeTime(text: string): { time: ClockTime; rest: string } {
  const compact = /^(\d{8})T?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (compact) {
    const [, day = '', h, m, s, zone = ''] = compact;
    return { time: { milliseconds: sinceMidnight({ h, m, s }), zone: zoneMinutes(zone) }, rest: day };
  }
  for (const pattern of TIMES) {
    const found = pattern.exec(text);
    if (found) return splitAround(text, found.index, found[0].length, sinceMidnight(found.groups ?? {}));
  }
  // A date alone may carry a zone: 2004-01-01Z, 2004-01-01+01:00.
  const zone = /^\d{4}-\d{2}-\d{2}(Z|[+-]\d{2}:?\d{2})$/i.exec(text)?.[1] ?? '';
  return { time: { milliseconds: 0, zone: zoneMinutes(zone) }, rest: zone === '' ? text : text.slice(0, 10) };
}

function splitAround(text: string, start: number, length: number, milliseconds: number) {
  const before = text.slice(0, start).replace(/(?<=\d)T$|[,\s]+$/i, '');
  const after = text.slice(start + length);
  const zone = zoneMinutes(after);
  const rest = zone === undefined ? after : after.replace(/^\s*\S+/, '');
  // The year may stand behind the time ("Thu Jan 01 19:48:21 GMT 2004"), the whole day too ("12:30, 5 March 2024").
  const isBehind = !/\d/.test(before) || /\d{4}/.test(rest);
  return { time: { milliseconds, zone }, rest: isBehind ? `${before} ${rest}` : before };
}

/** A leap second counts as the second before it; a time that no clock shows is midnight. */
function sinceMidnight({ h = '0', m = '0', s = '0', half = '' }: Partial<Record<string, string | undefined>>): number {
  const isAfternoon = /^[pمب]/i.test(half);
  const hours = half === '' ? Number(h) : (Number(h) % 12) + (isAfternoon ? 12 : 0);
  if (hours > 24 || Number(m) > 59) return 0;
  return (hours * 3_600 + Number(m) * 60 + Math.min(Number(s), 59)) * 1_000;
}
