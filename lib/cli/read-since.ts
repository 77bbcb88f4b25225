import { UserError } from '../errors.ts';

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000 };

/** Tables are read day by day, and the web is younger. */
const FIRST_DAY = '1994-01-01';

/**
 * The time that a person means: `36h` or `2d` before now, a day (from midnight UTC on), or a whole ISO time.
 *
 * @throws UserError with exit code 2 for anything else, for the future, and for what is before the web
 */
export function readSince(typed: string, now: Date): string {
  const text = typed.trim();
  const [, number, unit = ''] = /^(\d{1,4})([hd])$/.exec(text) ?? [];
  const ago = UNIT_MILLISECONDS[unit];
  if (number !== undefined && ago !== undefined) return new Date(now.getTime() - Number(number) * ago).toISOString();
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UserError(`--since ${typed}: write 36h, 2d, 2026-11-20 or 2026-11-20T08:00:00Z`, 2);
  }
  const [day = ''] = text.split('T');
  if (new Date(day).toISOString().slice(0, 10) !== day)
    throw new UserError(`--since ${typed}: there is no such day`, 2);
  if (text < FIRST_DAY) {
    throw new UserError(`--since ${typed}: is before there were feeds; the earliest is ${FIRST_DAY}`, 2);
  }
  if (time > now.getTime()) throw new UserError(`--since ${typed}: is in the future`, 2);
  return new Date(time).toISOString();
}
