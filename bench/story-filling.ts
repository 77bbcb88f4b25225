import { isTelling } from '../lib/stories/common-words.ts';
import { packText } from '../lib/stories/packed-text.ts';
import type { StoryIndex } from '../lib/stories/story-index.ts';
import { periodOf } from '../lib/stories/story-names.ts';
import { readStoryText } from '../lib/stories/story-text.ts';
import type { SetArticle } from '../test/stories/story-set.ts';

const HOUR = 3_600_000;
const TWO_WEEKS = 14 * 24 * HOUR;
const OWN_PASSAGES = 17;
/** Of the outlet's own lines under all that it prints. */
const OUTLET_PASSAGES = 3;
const OUTLETS = 200;
const WORDS = 20;

export interface Filling {
  add(index: StoryIndex, number: number): Promise<void>;
}

/**
 * Stored articles as an index would hold them: passages of their own, some of their outlet, words of the set's own
 * languages, common ones often, spread over the two weeks before the time. Their texts are those of the set.
 */
export function storyFilling(set: readonly SetArticle[], until: Date): Filling {
  const words = wordsByLanguage(set);
  const packed = set.map(({ text }) => packText(text));
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return {
    async add(index, number) {
      const text = set[number % set.length] as SetArticle;
      const { language } = text;
      const seenAt = new Date(until.getTime() - random() * TWO_WEEKS).toISOString();
      const outlet = Math.floor(random() * OUTLETS);
      const known = words.get(language) ?? [];
      const names = [
        ...Array.from({ length: OWN_PASSAGES }, (_, at) => `passage|${number}/${at}`),
        ...Array.from({ length: OUTLET_PASSAGES }, (_, at) => `passage|outlet ${outlet}/${at}`),
        // The more common a word, the more often it is drawn.
        ...Array.from({ length: WORDS }, () => known[Math.floor(known.length * random() ** 3)]).map(
          (stem) => `word|${periodOf(seenAt)}|${language}|${stem}`,
        ),
      ];
      const member = {
        schemaVersion: 1 as const,
        articleId: `stored-${number}`,
        title: text.title,
        packedText: packed[number % set.length] ?? '',
        outletId: `outlet-${outlet}.example`,
        language,
        publishedAt: seenAt,
        seenAt,
        traits: [],
        place: { storyId: `stored-${number}` },
        expiresAt: Math.floor((until.getTime() + TWO_WEEKS) / 1000),
      };
      await index.enter(member, names);
    },
  };
}

/** Telling stems of the set by language, the commonest first. */
function wordsByLanguage(set: readonly SetArticle[]): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const article of set) {
    const known = counts.get(article.language) ?? new Map<string, number>();
    counts.set(article.language, known);
    for (const stem of new Set(readStoryText({ ...article, seenAt: article.publishedAt }).stems)) {
      if (stem.length > 2 && isTelling(stem, article.language)) known.set(stem, (known.get(stem) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([language, known]) => [
      language,
      [...known].toSorted(([, a], [, b]) => b - a).map(([stem]) => stem),
    ]),
  );
}
