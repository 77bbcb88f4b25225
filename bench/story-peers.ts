import { type ReadStoryText, readStoryText } from '../lib/stories/story-text.ts';
import type { Placed } from '../test/stories/place-story-set.ts';
import type { SetArticle } from '../test/stories/story-set.ts';

/** Articles under one title, whatever their case and marks, are one story. */
export function groupByTitle(set: readonly SetArticle[]): Placed[] {
  const first = new Map<string, string>();
  return set.map((article) => {
    const title = article.title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const storyId = first.get(title) ?? article.articleId;
    first.set(title, storyId);
    return { article, place: { storyId, ...(storyId !== article.articleId && { copyOf: storyId }) } };
  });
}

const SAME = 0.5;

/** Each is compared with all before it, and with those that are stored already. */
export function groupByJaccard(set: readonly SetArticle[], stored: readonly SetArticle[] = []): Placed[] {
  const signed = new Map<SetArticle, ReadonlySet<number>>();
  const shinglesOf = (article: SetArticle) => {
    const known = signed.get(article) ?? readText(article).shingleSet;
    signed.set(article, known);
    return known;
  };
  const known = stored.map((article) => ({ storyId: article.articleId, shingles: shinglesOf(article) }));
  return set.map((article) => {
    const shingles = shinglesOf(article);
    let nearest = { storyId: article.articleId, jaccard: SAME };
    for (const one of known) {
      const jaccard = jaccardOf(shingles, one.shingles);
      if (jaccard >= nearest.jaccard) nearest = { storyId: one.storyId, jaccard };
    }
    known.push({ storyId: nearest.storyId, shingles });
    const isJoined = nearest.storyId !== article.articleId;
    return { article, place: { storyId: nearest.storyId, ...(isJoined && { copyOf: nearest.storyId }) } };
  });
}

const readText = (article: SetArticle): ReadStoryText => readStoryText({ ...article, seenAt: article.publishedAt });

function jaccardOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / Math.max(1, a.size + b.size - shared);
}
