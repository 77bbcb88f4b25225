import type { DueEdition } from './due-edition.ts';

/** A reader's id and the key of one of their editions, as SES's tags and the archive's links have it. */
export const EDITION_NAME = /^([0-9a-f]{16})_(\d{4}-\d{2}-\d{2}(?:t\d{14})?)$/;

/**
 * `<subscriberId>/<localDate>`: one for a local date. An instant edition has the end of its window (UTC) behind it, so
 * that the ids of one reader's editions are ordered as they were opened, and sort after the daily one of their date.
 */
export function editionIdOf(subscriberId: string, { localDate, to, isInstant }: DueEdition): string {
  const time = isInstant ? `t${to.replace(/\D/g, '').slice(0, 14)}` : '';
  return `${subscriberId}/${localDate}${time}`;
}

/** The id with letters, digits, `-` and `_` only. */
export const editionName = (editionId: string): string => editionId.replace('/', '_');

/** @returns undefined for what is no such name */
export function editionIdOfName(name: string): string | undefined {
  const [, subscriberId, key] = EDITION_NAME.exec(name) ?? [];
  return subscriberId && key && `${subscriberId}/${key}`;
}
