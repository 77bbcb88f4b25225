import type { Article } from '../articles/article.ts';
import type { PageArchive } from '../articles/page-archive.ts';
import type { ClassifiableText } from '../classification/classification.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { knownLanguage } from '../coverage/labels.ts';
import type { ItemScan } from '../feeds/item-scan.ts';

export interface StoredTextsNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  itemScan: ItemScan;
  pageArchive: Pick<PageArchive, 'getArticle'>;
}

/** A text of the archive, as the classifier is asked. */
export interface StoredText extends ClassifiableText {
  articleId: string;
  /** Of the record; of an off-topic item, of the page. */
  shownLanguage: string;
}

/** Texts that are read from the archive at once. */
const AT_ONCE = 10;

/** The texts of coverage and passing mentions recorded since a time; undefined in the place of one that is gone. */
export async function* recordedTexts(
  since: string,
  now: Date,
  { coverageStore, pageArchive }: Omit<StoredTextsNeeds, 'itemScan'>,
): AsyncGenerator<StoredText | undefined> {
  const records = await coverageStore.listRecorded(since, now.toISOString());
  const places = records.map(({ articleId, articleKey, language }) => ({ articleId, articleKey, language }));
  yield* textsOf(places, pageArchive);
}

/** The texts of items that ended off topic and were first seen since a time; undefined in the place of one that is gone. */
export async function* offTopicTexts(
  since: string,
  { itemScan, pageArchive }: Omit<StoredTextsNeeds, 'coverageStore'>,
): AsyncGenerator<StoredText | undefined> {
  for await (const { items } of itemScan.pages(since)) {
    const places = items.flatMap(({ outcome, articleId, articleKey }) =>
      outcome === 'off-topic' && articleKey !== undefined ? [{ articleId, articleKey, language: undefined }] : [],
    );
    yield* textsOf(places, pageArchive);
  }
}

interface Place {
  articleId: string;
  articleKey: string;
  language: string | undefined;
}

async function* textsOf(
  places: readonly Place[],
  pageArchive: StoredTextsNeeds['pageArchive'],
): AsyncGenerator<StoredText | undefined> {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE);
    const articles = await Promise.all(some.map(({ articleKey }) => pageArchive.getArticle(articleKey)));
    yield* some.map((place, index) => storedText(place, articles[index]));
  }
}

function storedText({ articleId, language }: Place, article: Article | undefined): StoredText | undefined {
  if (!article) return undefined;
  const { title, text } = article;
  return { articleId, title, text, language: knownLanguage(article), shownLanguage: language ?? article.language };
}
