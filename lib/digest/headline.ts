import type { Relation } from '../feeds/outlet.ts';
import type { DigestItem } from './digest.ts';
import { displayText } from './display-text.ts';
import type { FrameLanguage } from './frame-text.ts';
import { type Direction, isolate } from './text-direction.ts';

const MAX_HEADLINE_CHARS = 80;
const MIN_PREHEADER_CHARS = 90;
const MAX_PREHEADER_CHARS = 140;
/** Less room than this holds nothing worth reading. */
const MIN_PART_CHARS = 24;

// A subject is seen on locked screens and in shared mailboxes: only the wording of those who report is put there.
const NEUTRAL: ReadonlySet<Relation> = new Set(['independent', 'agency', 'igo', 'rights']);

/**
 * The headline for the subject: the first from an outlet that speaks for no side, in the frame's language if one of
 * the leading items is.
 *
 * @returns undefined when every item comes from a side, a blog or an outlet not yet assessed
 */
export function headlineOf(items: readonly DigestItem[], language: FrameLanguage): DigestItem | undefined {
  const neutral = items.slice(0, 12).filter((item) => NEUTRAL.has(item.relation));
  const item = neutral.find((candidate) => candidate.language.split('-')[0] === language) ?? neutral[0];
  return item && { ...item, title: displayText(item.title, MAX_HEADLINE_CHARS) };
}

/** Text inside a line of the frame: isolated only where it needs to be, as some programs show the marks in a subject. */
export function isolatedIn(text: string, direction: Direction, frame: Direction): string {
  return direction === frame ? text : isolate(text);
}

/** One line of 90 to 140 characters: the figures, then further headlines, then closing sentences as far as needed. */
export function preheaderOf(parts: {
  figures: readonly string[];
  titles: readonly string[];
  closing: readonly string[];
}): string {
  let line = parts.figures.join(' · ');
  const add = (part: string): void => {
    const room = MAX_PREHEADER_CHARS - line.length - ' · \u2068\u2069'.length;
    if (room >= MIN_PART_CHARS) line = `${line} · ${isolate(displayText(part, room))}`;
  };
  for (const title of parts.titles) add(title);
  for (const sentence of parts.closing) if (line.length < MIN_PREHEADER_CHARS) add(sentence);
  return line.length <= MAX_PREHEADER_CHARS ? line : displayText(line, MAX_PREHEADER_CHARS);
}
