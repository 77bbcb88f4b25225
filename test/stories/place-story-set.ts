import { compileNames } from '../../lib/classification/compile-names.ts';
import { type FactText, findFacts } from '../../lib/classification/find-facts.ts';
import { findNumbers } from '../../lib/classification/find-numbers.ts';
import { readNames } from '../../lib/classification/names.ts';
import type { StoryPlace } from '../../lib/coverage/story-place.ts';
import { createMemoryStoryIndex } from '../../lib/stories/memory-story-index.ts';
import { placeInStory } from '../../lib/stories/place-in-story.ts';
import type { StoryIndex } from '../../lib/stories/story-index.ts';
import type { SetArticle } from './story-set.ts';

export interface Placed {
  article: SetArticle;
  place: StoryPlace;
}

/** What stands instead of an empty index in memory. */
export interface Places {
  /** @param now the time of the article that is placed */
  indexAt?: (now: () => Date) => StoryIndex;
}

/** Sends the articles through in the order given, as the pipeline does: entered, looked up, judged, settled. */
export async function placeStorySet(
  articles: readonly SetArticle[],
  { indexAt = createMemoryStoryIndex }: Places = {},
): Promise<Placed[]> {
  const names = compileNames(readNames());
  let now = new Date(0);
  const clock = () => now;
  const needs = {
    storyIndex: indexAt(clock),
    findNumbers: (text: FactText) => findNumbers(text, names),
    now: clock,
  };
  const placed: Placed[] = [];
  for (const article of articles) {
    const { articleId, outletId, language, title, text, publishedAt } = article;
    now = new Date(publishedAt);
    const place = await placeInStory(
      {
        articleId,
        outletId,
        language,
        article: { title, text, links: [] },
        facts: findFacts({ title, text, language, publishedAt }, names),
        publishedAt,
        seenAt: publishedAt,
      },
      needs,
    );
    placed.push({ article, place });
  }
  return placed;
}
