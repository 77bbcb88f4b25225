import type { Story } from '../stories/story.ts';

/** However much one outlet publishes, others are heard too. */
const LEADING_OF_ONE_OUTLET = 2;

/** Parts the stories into those shown in full, at most two led by one outlet, and the rest; both keep their order. */
export function pickLeading(stories: readonly Story[], count: number): { leading: Story[]; rest: Story[] } {
  const perOutlet = new Map<string, number>();
  const leading: Story[] = [];
  const rest: Story[] = [];
  for (const story of stories) {
    const { outletId } = story.lead;
    const taken = perOutlet.get(outletId) ?? 0;
    if (leading.length < count && taken < LEADING_OF_ONE_OUTLET) {
      perOutlet.set(outletId, taken + 1);
      leading.push(story);
    } else {
      rest.push(story);
    }
  }
  return { leading, rest };
}
