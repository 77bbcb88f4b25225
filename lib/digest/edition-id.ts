import type { DueEdition } from './due-edition.ts';

/** A reader's id and the key of one of their editions, as SES's tags and the archive's links have it. */
export const EDITION_NAME = /^([0-9a-f]{16})_(\d{4}-\d{2}-\d{2}(?:t\d{14})?)$/;

/**
 * `<subscriberId>/<localDate>`: one for a local date. An instant edition has the end of the window before it (UTC) behind
 * it: of two runs that find it due at once both name the same, and the ids of one reader's editions are ordered as they
 * were opened, after the daily one of their date.
 */
export function editionIdOf(subscriberId: string, { localDate, after }: DueEdition): string {
  const time = after === undefined ? '' : `t${after.replace(/\D/g, '').slice(0, 14)}`;
  return `${subscriberId}/${localDate}${time}`;
}

/** The id with letters, digits, `-` and `_` only. */
export const editionName = (editionId: string): string => editionId.replace('/', '_');

/** @returns undefined for what is no such name */
export function editionIdOfName(name: string): string | undefined {
  const [, subscriberId, key] = EDITION_NAME.exec(name) ?? [];
  return subscriberId && key && `${subscriberId}/${key}`;
}
