import type { StoryPlace } from '../coverage/story-place.ts';
import type { StoryMember } from './story-member.ts';

/** One name keeps the articles that were entered first: who comes later is found by its other names. */
export const MOST_UNDER_A_NAME = 12;

/** Articles of the last two weeks by what tells them apart. */
export interface StoryIndex {
  /** Writes the member unless it is there, and its id under each name that is not full. Twice is as once. */
  enter(member: StoryMember, names: readonly string[]): Promise<void>;
  /** Article ids by name, first entered first; a name that nobody has is absent. */
  findUnder(names: readonly string[]): Promise<Map<string, readonly string[]>>;
  /** Members by article id; those that are unknown or expired are absent. */
  getMembers(articleIds: readonly string[]): Promise<Map<string, StoryMember>>;
  /**
   * Gives a member its place unless it has one.
   *
   * @returns the place that it has afterwards; the given one where the member is gone
   */
  settle(articleId: string, place: StoryPlace): Promise<StoryPlace>;
}
