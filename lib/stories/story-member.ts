import { z } from 'zod';
import { StoryPlace } from '../coverage/story-place.ts';
import type { RecordHistory } from '../records/record-history.ts';

/** An article that others may join, for two weeks after it was seen. */
export const StoryMember = z.object({
  schemaVersion: z.literal(1),
  articleId: z.string(),
  title: z.string(),
  /** At most 40,000 characters, packed by `packText`. */
  packedText: z.string(),
  outletId: z.string(),
  language: z.string(),
  publishedAt: z.iso.datetime().optional(),
  seenAt: z.iso.datetime(),
  /** The anniversary that it is about. */
  ordinal: z.int().optional(),
  /** Whole numbers of ten and more that it counts with, in digits or words, the first thirty; absent in records of before. */
  numbers: z.array(z.int()).optional(),
  /** What tells its event in any language (`lib/stories/event-traits.ts`). */
  traits: z.array(z.string()),
  /** Absent while it is being settled. Once there it never changes. */
  place: StoryPlace.optional(),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type StoryMember = z.infer<typeof StoryMember>;

export const storyMemberHistory: RecordHistory = { name: 'member of a story', upgrades: [] };

/** The articles that were entered first under one name; at most twelve, so that a name that says little costs little. */
export const StoryName = z.object({
  schemaVersion: z.literal(1),
  articleIds: z.array(z.string()),
  /** Epoch seconds. */
  expiresAt: z.int(),
});
export type StoryName = z.infer<typeof StoryName>;

export const storyNameHistory: RecordHistory = { name: 'name of a story', upgrades: [] };
