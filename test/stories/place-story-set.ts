import type { Article } from '../../lib/articles/article.ts';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { type FactText, findFacts } from '../../lib/classification/find-facts.ts';
import { findNumbers } from '../../lib/classification/find-numbers.ts';
import { readNames } from '../../lib/classification/names.ts';
import type { StoryPlace } from '../../lib/coverage/story-place.ts';
import { createMemoryStoryIndex } from '../../lib/stories/memory-story-index.ts';
import { placeInStory } from '../../lib/stories/place-in-story.ts';
import type { StoryIndex } from '../../lib/stories/story-index.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import type { SetArticle } from './story-set.ts';

export interface Placed {
  article: SetArticle;
  place: StoryPlace;
}

/** What stands instead of an empty index in memory. */
export interface Places {
  /** @param now the time of the article that is placed */
  indexAt?: (now: () => Date) => StoryIndex;
  /** Texts of articles that the index has already. */
  storedArticle?: (articleKey: string) => Article | undefined;
}

/** Sends the articles through in the order given, as the pipeline does: entered, looked up, judged, settled. */
export async function placeStorySet(
  articles: readonly SetArticle[],
  { indexAt = createMemoryStoryIndex, storedArticle }: Places = {},
): Promise<Placed[]> {
  const names = compileNames(readNames());
  let now = new Date(0);
  const archive = createMemoryArchive();
  const clock = () => now;
  const getArticle = async (key: string) => storedArticle?.(key) ?? archive.getArticle(key);
  const needs = {
    storyIndex: indexAt(clock),
    pageArchive: { getArticle },
    findNumbers: (text: FactText) => findNumbers(text, names),
    now: clock,
  };
  const placed: Placed[] = [];
  for (const article of articles) {
    const { articleId, outletId, language, title, text, publishedAt } = article;
    now = new Date(publishedAt);
    const page = { title, text, language, links: [], sources: {}, quality: 1 };
    const place = await placeInStory(
      {
        articleId,
        outletId,
        language,
        article: page,
        articleKey: await archive.putArticle(page),
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
