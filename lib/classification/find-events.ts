import type { Cue } from './cue-finder.ts';
import type { EventFact } from './facts.ts';
import { type FactField, spanOf } from './read-fact-field.ts';

/** Sentences of the text that say what the news is. */
const LEAD_SENTENCES = 5;
/** A longer sentence is read so far. */
const MOST_WORDS = 150;
/** Words between an event and its place or day. */
const REACH = 25;

/**
 * What takes place, from title and lead, one fact for each kind; only where a sentence gives a place or a day. What the
 * first one leaves out is taken from the next: a title gives the place, the lead the day.
 */
export function findEvents(fields: readonly FactField[]): EventFact[] {
  const facts = new Map<string, EventFact>();
  for (const field of fields) {
    for (const [first, last] of leadOf(field)) {
      const places = field.find('place', first, last);
      const days = daysIn(field, first, last);
      for (const cue of field.find('event', first, last)) {
        const kind = cue.value as EventFact['kind'];
        const known = facts.get(kind);
        const place = known?.place ?? nearest(cue, places)?.value;
        const date = known?.date ?? nearest(cue, days)?.date;
        if (place === undefined && !date) continue;
        facts.set(kind, {
          ...(known ?? { ...spanOf(field, cue.firstWord, cue.lastWord), ruleId: cue.ruleId, kind }),
          ...(place !== undefined && { place: String(place) }),
          ...(date && { date }),
        });
      }
    }
  }
  return [...facts.values()];
}

function leadOf({ sentences }: FactField): [number, number][] {
  return sentences
    .filter(({ kind }) => kind === 'sentence')
    .slice(0, LEAD_SENTENCES)
    .map(({ firstWord, endWord }) => [firstWord, Math.min(endWord - 1, firstWord + MOST_WORDS)]);
}

/** What follows the event is its own rather than what stands before it: a dateline gives the day of writing. */
function nearest<Placed extends Pick<Cue, 'firstWord' | 'lastWord'>>(
  { firstWord, lastWord }: Cue,
  places: readonly Placed[],
): Placed | undefined {
  const after = places.find((place) => place.firstWord > lastWord && place.firstWord - lastWord <= REACH);
  return after ?? places.findLast((place) => place.lastWord < firstWord && firstWord - place.lastWord <= REACH);
}

interface Day extends Pick<Cue, 'firstWord' | 'lastWord'> {
  date: NonNullable<EventFact['date']>;
}

/** "August 30, 2019", "30 août 2019", "den 30. August", "30 de agosto de 2019", «۳۰ مرداد ۱۴۰۲». */
function daysIn(field: FactField, first: number, last: number): Day[] {
  const numerals = field.numerals.filter(({ firstWord }) => firstWord >= first && firstWord <= last);
  const months = (['month', 'persian-month'] as const).flatMap((kind) =>
    field.find(kind, first, last).map((cue) => ({ ...cue, kind })),
  );
  return months
    .toSorted((a, b) => a.firstWord - b.firstWord)
    .flatMap(({ kind, value, firstWord, lastWord }): Day[] => {
      const isDay = (number: number) => Number.isInteger(number) && number >= 1 && number <= 31;
      const before = numerals.findLast((each) => each.lastWord < firstWord && firstWord - each.lastWord <= 2);
      const after = numerals.find((each) => each.firstWord === lastWord + 1);
      const day = [before, after].find((each) => each && !each.isGrouped && isDay(each.value));
      if (!day) return [];
      const end = Math.max(lastWord, day.lastWord);
      const year = numerals.find(
        (each) => each.firstWord > end && each.firstWord <= end + 2 && !each.isGrouped && isYear(each.value, kind),
      );
      const calendar = kind === 'month' ? 'gregorian' : 'persian';
      const date = { calendar, ...(year && { year: year.value }), month: Number(value), day: day.value } as const;
      return [{ date, firstWord: Math.min(firstWord, day.firstWord), lastWord: year?.lastWord ?? end }];
    });
}

function isYear(value: number, kind: 'month' | 'persian-month'): boolean {
  return kind === 'month' ? value >= 1900 && value <= 2100 : value >= 1300 && value <= 1500;
}
