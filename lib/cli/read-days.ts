import { UserError } from '../errors.ts';

/** The value of `--days`. @throws UserError when it is no whole number from 1 to `most` */
export function readDays(typed: string | number, most: number): number {
  const days = /^\d{1,3}$/.test(String(typed)) ? Number(typed) : 0;
  if (days >= 1 && days <= most) return days;
  throw new UserError(`--days ${typed}: give a whole number from 1 to ${most}`, 2);
}
