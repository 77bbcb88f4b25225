import type { Coverage } from '../coverage/coverage.ts';
import type { Relation } from '../feeds/outlet.ts';
import { independentPickUp } from '../stories/independent-pick-up.ts';
import type { Story } from '../stories/story.ts';

/** How far a story went, in distinct values over all its members. */
interface Spread {
  outlets: number;
  languages: number;
  relations: number;
}

function spreadOf({ members }: Pick<Story, 'members'>): Spread {
  const distinct = (of: (article: Coverage) => string) => new Set(members.map(of)).size;
  return {
    outlets: distinct(({ outletId }) => outletId),
    languages: distinct(({ language }) => language),
    relations: distinct(({ relation }) => relation),
  };
}

/**
 * Its first article was recorded before the window, which only goes on with it.
 *
 * @param recordedIds of every article of the window, those that a reader's filter leaves out too
 */
export const isContinued = ({ storyId }: Story, recordedIds: ReadonlySet<string>): boolean => !recordedIds.has(storyId);

// Those who report on the campaign stand before those who speak for a side; unknown stays last until a person knows.
const RELATION_WEIGHT: Record<Relation, number> = {
  independent: 1,
  agency: 1,
  rights: 0.75,
  igo: 0.75,
  exile: 0.5,
  state: 0.25,
  campaign: 0.25,
  blog: 0,
  unknown: 0,
};

/** Each doubling of the threshold is a step, at most three: a score is too rough to order articles by its last point. */
function scoreBand({ score, threshold }: Coverage): number {
  return score > 0 && threshold > 0 ? Math.max(0, Math.min(3, Math.floor(Math.log2(score / threshold)))) : 0;
}

/**
 * How much a story weighs. Independent pick-up counts most, then spread over outlets, languages and relations; each in
 * doublings, so that a wire report in forty outlets weighs more than one article, but not forty times. A story that began
 * in the window counts one step more than one that goes on. What is left to decide is who speaks and how much of the
 * article is on the subject.
 */
function weightOf(story: Story, recordedIds: ReadonlySet<string>): number {
  const { outlets, languages, relations } = spreadOf(story);
  const independent = independentPickUp(story).independent.outletIds.length;
  return (
    2 * Math.log2(1 + independent) +
    Math.log2(outlets) +
    0.5 * Math.log2(languages) +
    0.5 * Math.log2(relations) +
    (isContinued(story, recordedIds) ? 0 : 1) +
    0.5 * Math.max(...story.members.map(scoreBand)) +
    RELATION_WEIGHT[story.lead.relation]
  );
}

const newest = ({ members }: Story): number =>
  Math.max(...members.map(({ publishedAt, recordedAt }) => Date.parse(publishedAt ?? recordedAt)));

/** Heaviest first; equal ones newest first, then by id. */
export function orderStories(stories: readonly Story[], recordedIds: ReadonlySet<string>): Story[] {
  return stories
    .map((story) => ({ story, weight: Math.round(weightOf(story, recordedIds) * 100), at: newest(story) }))
    .toSorted((a, b) => b.weight - a.weight || b.at - a.at || (a.story.storyId < b.story.storyId ? -1 : 1))
    .map(({ story }) => story);
}
