import type { Cue } from './cue-finder.ts';
import { type FactField, spanOf, wordFrom } from './read-fact-field.ts';

/** Who speaks: a known name, or the name as the text has it. */
export interface Speaker {
  id?: string;
  words: string;
  ruleId: string;
}

const BEFORE_CHARS = 220;
const AFTER_CHARS = 120;
/** Characters between a quotation and the word of speaking. */
const VERB_REACH = { before: 90, after: 60 };
/** Characters between the word of speaking and the name. */
const NAME_REACH = 150;
/** Capitalised beside a word of speaking, and nobody's name. */
const PRONOUN =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|He|She|They|It|I|We|The|And|But|In|On|Er|Sie|Es|Wir|Il|Elle|Ils|On|Han|Hon|Hun|De|Vi|Él|Ella|Ellos|Lui|Lei|Loro|Hij|Zij|Ze|O|Он|Она|Они)$/u;

/** Who says a quotation, by the word of speaking beside it: what follows is looked at after what leads in. */
export function findSpeaker(field: FactField, place: number, language: string): Speaker | undefined {
  const before = regionBefore(field, place);
  const after = regionAfter(field, place);
  const isLedIn = /[:,،：]\s*$/u.test(field.original.slice(before.start, before.end));
  const lead = () => speakerIn(field, before, language, 'before');
  const tail = () => speakerIn(field, after, language, 'after');
  return isLedIn ? (lead() ?? tail()) : (tail() ?? lead());
}

interface Region {
  start: number;
  end: number;
}

/** Quotations beside one that are looked at: deeper nesting does not occur. */
const NEIGHBOURS = 6;

/** The line up to the opening mark, from the quotation before it on. */
function regionBefore({ original, quotedRanges }: FactField, place: number): Region {
  const end = Math.max(0, (quotedRanges[place]?.start ?? 1) - 1);
  const from = Math.max(0, end - BEFORE_CHARS);
  const line = from + original.slice(from, end).lastIndexOf('\n') + 1;
  const siblings = quotedRanges.slice(Math.max(0, place - NEIGHBOURS), place).filter((other) => other.end < end);
  return { start: Math.max(line, ...siblings.map((other) => other.end + 1)), end };
}

function regionAfter({ original, quotedRanges }: FactField, place: number): Region {
  const start = (quotedRanges[place]?.end ?? 0) + 1;
  const line = original.slice(start, start + AFTER_CHARS).split('\n', 1)[0] ?? '';
  const next = quotedRanges.slice(place + 1, place + NEIGHBOURS).find((other) => other.start > start);
  return { start, end: Math.max(start, Math.min(start + line.length, (next?.start ?? original.length + 1) - 1)) };
}

function speakerIn(field: FactField, region: Region, language: string, side: 'before' | 'after'): Speaker | undefined {
  const verbs = cuesIn(field, 'speech', region);
  const verb = side === 'before' ? verbs.at(-1) : verbs[0];
  if (!verb) return undefined;
  const distance = side === 'before' ? region.end - verb.end : verb.start - region.start;
  const hasNameBetween = cuesIn(field, 'person', region).length > 0;
  if (distance > VERB_REACH[side] && !hasNameBetween) return undefined;
  return knownSpeaker(field, region, verb) ?? writtenSpeaker(field.original, region, verb, language);
}

type PlacedCue = Region & { cue: Cue };

function cuesIn(field: FactField, kind: string, { start, end }: Region): PlacedCue[] {
  return field
    .find(kind, wordFrom(field, start), wordFrom(field, end) - 1)
    .map((cue) => ({ cue, ...spanOf(field, cue.firstWord, cue.lastWord) }))
    .filter((placed) => placed.start >= start && placed.end <= end);
}

function knownSpeaker(field: FactField, region: Region, verb: PlacedCue): Speaker | undefined {
  const kinds = ['person', 'person-short', 'organisation'];
  const names = kinds.flatMap((kind, rank) =>
    cuesIn(field, kind, region).map((name) => ({ ...name, rank: rank > 1 ? 1 : 0 })),
  );
  const gap = (name: Region) => (name.end <= verb.start ? verb.start - name.end : name.start - verb.end);
  const nearest = names
    .filter((name) => name.cue.value !== 'death-commission' && gap(name) <= NAME_REACH)
    .toSorted((a, b) => a.rank - b.rank || gap(a) - gap(b))[0];
  if (!nearest) return undefined;
  const words = field.original.slice(nearest.start, nearest.end);
  return { id: String(nearest.cue.value), words, ruleId: verb.cue.ruleId };
}

const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:al|el|de|del|della|van|von|der|bin|ibn)(?=\s\p{Lu}))*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
/** Beside a verb so close a single capitalised word is a name. */
const ADJACENT = 2;

function writtenSpeaker(original: string, region: Region, verb: PlacedCue, language: string): Speaker | undefined {
  const { ruleId } = verb.cue;
  if (language === 'ar' || language === 'fa') {
    const words = wordsBesideVerb(original, region, verb, language);
    return words === undefined ? undefined : { words, ruleId };
  }
  const text = original.slice(region.start, region.end);
  const gapOf = (start: number, end: number) => (end <= verb.start ? verb.start - end : start - verb.end);
  const runs = [...text.matchAll(CAPITALISED)]
    .map(({ 0: words, index }) => ({ words: words.replace(/[.'’-]+$/u, ''), start: region.start + index }))
    .map((run) => ({ ...run, gap: gapOf(run.start, run.start + run.words.length) }))
    .filter(
      ({ words, gap }) =>
        gap >= 0 && gap <= NAME_REACH && !PRONOUN.test(words) && (words.includes(' ') || gap <= ADJACENT),
    );
  const nearest = runs.toSorted((a, b) => a.gap - b.gap)[0];
  return nearest && { words: nearest.words, ruleId };
}

const MOST_WORDS = 6;
const PRONOUNS_OF_SCRIPT = new Set(['او', 'وی', 'هو', 'هي', 'ایشان', 'که', 'و']);

/** Persian names its speaker before the verb, Arabic after it. */
function wordsBesideVerb(
  original: string,
  { start, end }: Region,
  verb: PlacedCue,
  language: string,
): string | undefined {
  const side = language === 'fa' ? original.slice(start, verb.start) : original.slice(verb.end, end);
  const parts = side.split(/[.:،؛,!؟«»\n]/u);
  const words = ((language === 'fa' ? parts.at(-1) : parts[0]) ?? '').trim();
  const count = words.split(/\s+/).length;
  return words === '' || count > MOST_WORDS || PRONOUNS_OF_SCRIPT.has(words) ? undefined : words;
}
