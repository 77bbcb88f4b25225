import type { Digest } from './digest.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { nameOfDate, waitOf } from './render-dates-html.ts';
import { sectionText } from './section-text.ts';
import { isolate } from './text-direction.ts';

export interface GlanceLine {
  label: string;
  /** Plain text; names of outlets are isolated. */
  says: string;
}

const MOST_NAMES = 3;

const firstOf = (digest: Pick<Digest, 'outlets'>) => digest.outlets.filter(({ isFirst }) => isFirst);

/** Whether the first screen names every outlet that is new: then nobody has to read them twice. */
export const isFirstNamed = (digest: Pick<Digest, 'outlets'>): boolean => firstOf(digest).length <= MOST_NAMES + 1;

/** What stands further below and must not be missed by who reads the first screen only; empty on most days. */
export function glanceOf(digest: Digest): GlanceLine[] {
  const { glance } = sectionText[digest.language];
  const { listSeparator, relations } = frameText[digest.language];
  const listed = (names: readonly string[]): string => {
    const rest = names.length - MOST_NAMES;
    const shown = names.slice(0, rest === 1 ? MOST_NAMES + 1 : MOST_NAMES).join(listSeparator);
    return rest > 1 ? `${shown} ${glance.more(frameNumber(rest, digest.language))}` : shown;
  };
  const first = firstOf(digest).map(({ name, relation }) => `${isolate(name)} (${relations[relation]})`);
  const missed = digest.unanswered.map((date) => nameOfDate(date, digest));
  const next = digest.coming.find(({ hearing }) => !hearing?.isPostponed);
  return [
    ...(first.length > 0 ? [{ label: glance.first, says: listed(first) }] : []),
    ...(missed.length > 0 ? [{ label: glance.missed, says: listed(missed) }] : []),
    ...(next
      ? [{ label: glance.next, says: `${nameOfDate(next, digest)}${listSeparator}${waitOf(next, digest)}` }]
      : []),
  ];
}
