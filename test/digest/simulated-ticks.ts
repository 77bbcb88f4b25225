import { type DueEdition, dueEdition, type EditionRhythm, instantEdition } from '../../lib/digest/due-edition.ts';
import { editionIdOf } from '../../lib/digest/edition-id.ts';
import { localTime } from '../../lib/digest/local-time.ts';

export interface Simulated extends DueEdition {
  editionId: string;
  /** The tick that opened it. */
  at: string;
}

export interface Simulation {
  /** ISO 8601; ticks come from here on. */
  start: string;
  days: number;
  /** The reader at a tick. */
  readerAt: (tick: number) => EditionRhythm;
  /** Times at which something is recorded, in milliseconds, ascending. */
  news?: readonly number[];
}

export const TICK_MILLISECONDS = 300_000;

/**
 * A tick every five minutes, and what the rules open: every edition is sent at once.
 *
 * @returns the editions, and the local dates on which the reader's hour came before a later date had its edition, in the
 *   order in which they did: who goes from Apia, which left out 30 December 2011, to where that day begins, is past it
 */
export function simulate({ start, days, readerAt, news = [] }: Simulation) {
  const editions: Simulated[] = [];
  const hourCame = new Set<string>();
  let latest: (DueEdition & { state: 'done' }) | undefined;
  for (let tick = 0; tick < (days * 86_400_000) / TICK_MILLISECONDS; tick += 1) {
    const reader = readerAt(tick);
    const at = new Date(Date.parse(start) + tick * TICK_MILLISECONDS).toISOString();
    // Clocks differ by whole quarters of an hour.
    const local = tick % 3 === 0 ? localTime(at, reader.zone) : undefined;
    if (local && local.hour >= reader.hour && (latest?.localDate ?? '') <= local.date) hourCame.add(local.date);
    const instant = reader.frequency === 'instant' ? instantEdition(reader, latest, at) : undefined;
    const holdsNews = ({ from, to }: DueEdition) =>
      news.some((time) => time >= Date.parse(from) && time < Date.parse(to));
    const due = instant && holdsNews(instant) ? instant : dueEdition(reader, latest, at);
    if (!due) continue;
    editions.push({ ...due, editionId: editionIdOf('00000000000000aa', due), at });
    latest = { ...due, state: 'done' };
  }
  return { editions, hourCame: [...hourCame] };
}

/** Places where one window does not begin where the one before ended. */
export const tornWindows = (editions: readonly Simulated[]): string[] =>
  editions.flatMap(({ editionId, from }, index) => {
    const before = editions[index - 1];
    return before === undefined || before.to === from ? [] : [`${editionId} begins at ${from}, not at ${before.to}`];
  });
