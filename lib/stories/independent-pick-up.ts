import type { Coverage } from '../coverage/coverage.ts';
import type { Relation } from '../feeds/outlet.ts';
import type { Story } from './story.ts';

/**
 * What an article counts as. `independent`: a text of its own in an independent outlet or an agency. An agency that
 * reports is one outlet that picked the story up; whoever prints its report is `carriage`, as is any other copied text in
 * such an outlet. All other relations count as themselves, whether the text is their own or a copy: a copy on a campaign's
 * site is campaign, and one in an outlet that nobody has judged is unknown.
 */
export type PickUpKind = Exclude<Relation, 'agency'> | 'carriage';

export const PICK_UP_KINDS = [
  'independent',
  'carriage',
  'campaign',
  'state',
  'rights',
  'igo',
  'exile',
  'blog',
  'unknown',
] as const satisfies readonly PickUpKind[];

/** Outlets and articles of one kind; an outlet counts once however much it publishes. */
interface Count {
  articles: number;
  /** Distinct ids, the first to publish first. */
  outletIds: string[];
}

export type PickUp = Record<PickUpKind, Count>;

function pickUpKindOf({ relation, copyOf }: Pick<Coverage, 'relation' | 'copyOf'>): PickUpKind {
  if (relation !== 'independent' && relation !== 'agency') return relation;
  return copyOf === undefined ? 'independent' : 'carriage';
}

/**
 * Who picked a story up: every article under exactly one kind. `independent.outletIds` are the distinct independent
 * outlets with a text of their own, an outlet with both a text and a copy stands under both kinds.
 */
export function independentPickUp({ members }: Pick<Story, 'members'>): PickUp {
  const pickUp = Object.fromEntries(
    PICK_UP_KINDS.map((kind) => [kind, { articles: 0, outletIds: [] }]),
  ) as unknown as PickUp;
  for (const member of members) {
    const count = pickUp[pickUpKindOf(member)];
    count.articles += 1;
    if (!count.outletIds.includes(member.outletId)) count.outletIds.push(member.outletId);
  }
  return pickUp;
}

/** Of one kind: articles, and stories that hold at least one of them. */
export interface KindTotal {
  articles: number;
  stories: number;
}

/** By article and by story: a report that twenty outlets carry is twenty articles and one story. */
export function countPickUp(stories: readonly Pick<Story, 'members'>[]): Record<PickUpKind, KindTotal> {
  const pickUps = stories.map(independentPickUp);
  return Object.fromEntries(
    PICK_UP_KINDS.map((kind) => [
      kind,
      {
        articles: pickUps.reduce((sum, pickUp) => sum + pickUp[kind].articles, 0),
        stories: pickUps.filter((pickUp) => pickUp[kind].articles > 0).length,
      },
    ]),
  ) as Record<PickUpKind, KindTotal>;
}
