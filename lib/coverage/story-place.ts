import { z } from 'zod';
import type { Article } from '../articles/article.ts';
import type { Facts } from '../classification/facts.ts';

/** Another story that may tell of the same event, in another language mostly: never merged, shown as such. */
export const PossiblySameEvent = z.object({
  storyId: z.string(),
  /** What agrees, a sentence each. */
  reasons: z.array(z.string()).min(1),
});
export type PossiblySameEvent = z.infer<typeof PossiblySameEvent>;

/** Where an article belongs among those that tell of the same event. */
export const StoryPlace = z.object({
  /** The id of the article that was seen first of its story; its own where it was the first. */
  storyId: z.string(),
  /** The article whose text it carries, in whole or in part, and which is no copy itself. Absent: a text of its own. */
  copyOf: z.string().optional(),
  /** Why it joined its story, a sentence each; absent where it is the first. */
  storyReasons: z.array(z.string()).optional(),
  /** The nearest first, at most five; absent where there is none. */
  possiblySameEvent: z.array(PossiblySameEvent).max(5).optional(),
});
export type StoryPlace = z.infer<typeof StoryPlace>;

/** What decides where an article belongs. */
export interface PlacedArticle {
  articleId: string;
  outletId: string;
  /** BCP 47 primary language. */
  language: string;
  article: Pick<Article, 'title' | 'text' | 'links'>;
  facts: Facts;
  publishedAt: string | undefined;
  /** When a feed first listed it: the same at every delivery, so that the order of a story is. */
  seenAt: string;
}

/** Settles an article's place for good: asked again, it answers the same. */
export type PlaceInStory = (placed: PlacedArticle) => Promise<StoryPlace>;
