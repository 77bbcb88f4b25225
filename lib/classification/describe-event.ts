import type { EventFact } from './facts.ts';

const SMALL = new Set(['sur']);

/** "rally, The Hague, 2026-8-30": its kind, and the place and the day as far as the text gives them. */
export function describeEvent({ kind, place, date }: EventFact): string {
  const day = date && [date.year, date.month, date.day].filter((part) => part !== undefined).join('-');
  return [kind, place && placeName(place), day].filter((part) => part !== undefined).join(', ');
}

/** "The Hague" of the id `the-hague`. */
function placeName(id: string): string {
  const words = id.split('-').map((word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return words.join(' ');
}
