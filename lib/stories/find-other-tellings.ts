import type { PossiblySameEvent } from '../coverage/story-place.ts';
import type { EventTrait } from './event-traits.ts';
import { hoursBetween } from './hours-between.ts';
import type { StoryMember } from './story-member.ts';

const WITHIN_HOURS = 96;
const MOST_PAIRS = 12;
const MOST_OTHERS = 5;

/** A smaller figure stands in many texts by chance: an age, an hour, a day of the month. */
const TELLING_FIGURE = 100;

/**
 * Whether two traits together tell an event: of two kinds, with no small figure; or two figures, not both of them round.
 * Two people are in many texts together.
 */
function areTelling(one: string, other: string): boolean {
  const figures = [one, other].filter((trait) => kindOf(trait) === 'figure').map((trait) => Number(trait.slice(7)));
  if (figures.length === 2) return figures.some((figure) => figure % 10 !== 0);
  return kindOf(one) !== kindOf(other) && figures.every((figure) => figure >= TELLING_FIGURE);
}

const kindOf = (trait: string) => trait.slice(0, trait.indexOf(' '));

/** Names under which an article's pairs of traits are entered and looked for: at most twelve, the most telling first. */
export function namesOfTraits(traits: readonly EventTrait[], period: number): string[] {
  const pairs = traits.flatMap((one, at) =>
    traits.slice(at + 1).flatMap((other) => (areTelling(one, other) ? [[one, other].sort().join('|')] : [])),
  );
  return pairs.slice(0, MOST_PAIRS).map((pair) => `traits|${period}|${pair}`);
}

/** Stories in other languages that may tell of the member's event: two of its traits agree, within days. Nearest first. */
export function findOtherTellings(member: StoryMember, others: readonly StoryMember[]): PossiblySameEvent[] {
  const found = others.flatMap((other) => {
    const { language, place } = other;
    if (language === member.language || place === undefined || hoursBetween(member, other) > WITHIN_HOURS) return [];
    const agreeing = member.traits.filter((trait) => other.traits.includes(trait));
    const isEnough = agreeing.some((one, at) => agreeing.slice(at + 1).some((next) => areTelling(one, next)));
    return isEnough ? [{ storyId: place.storyId, reasons: agreeing.map(sayTrait) }] : [];
  });
  const byStory = new Map<string, string[]>();
  for (const { storyId, reasons } of found.toSorted((a, b) => b.reasons.length - a.reasons.length)) {
    if (!byStory.has(storyId)) byStory.set(storyId, reasons);
  }
  return [...byStory].slice(0, MOST_OTHERS).map(([storyId, reasons]) => ({ storyId, reasons }));
}

function sayTrait(trait: string): string {
  return `both have the ${trait}`;
}
