import type { CopyKind, SetArticle } from './story-set.ts';

/** Pairs of articles: those that were put into one story, and those that belong there. */
export interface StoryScore {
  precision: number;
  recall: number;
  rightPairs: number;
  wrongPairs: number;
  missedPairs: number;
  /** Share of the pairs that belong together by the later article's kind. */
  recallByKind: Partial<Record<CopyKind, { found: number; pairs: number }>>;
  /** Texts of their own that were marked as copies, and copies that were not. */
  wrongCopies: string[];
  wrong: string[];
  missed: string[];
}

interface Answer {
  article: SetArticle;
  place: { storyId: string; copyOf?: string | undefined };
}

/** Scores every pair of the set. Pairs with a story that a merged text holds as its second count neither way. */
export function scoreStories(answers: readonly Answer[]): StoryScore {
  const wrong: string[] = [];
  const missed: string[] = [];
  const recallByKind: StoryScore['recallByKind'] = {};
  let rightPairs = 0;
  for (const [index, one] of answers.entries()) {
    for (const other of answers.slice(index + 1)) {
      if (isEitherWay(one.article, other.article)) continue;
      const isTrue = one.article.cluster === other.article.cluster;
      const isSaid = one.place.storyId === other.place.storyId;
      const pair = `${one.article.articleId} ${other.article.articleId}`;
      if (isTrue) {
        const kind = kindOfPair(one.article, other.article);
        const { found, pairs } = recallByKind[kind] ?? { found: 0, pairs: 0 };
        recallByKind[kind] = { found: found + Number(isSaid), pairs: pairs + 1 };
      }
      if (isSaid && isTrue) rightPairs += 1;
      else if (isSaid) wrong.push(pair);
      else if (isTrue) missed.push(pair);
    }
  }
  const wrongCopies = answers
    .filter(
      ({ article, place }) => isCopy(article) !== (place.copyOf !== undefined) && place.storyId !== article.articleId,
    )
    .map(({ article }) => article.articleId);
  return {
    precision: ratio(rightPairs, rightPairs + wrong.length),
    recall: ratio(rightPairs, rightPairs + missed.length),
    rightPairs,
    wrongPairs: wrong.length,
    missedPairs: missed.length,
    recallByKind,
    wrongCopies,
    wrong,
    missed,
  };
}

const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
/** Whichever of a text and its copies is seen first stands for the text. */
const isCopy = ({ kind }: SetArticle) => kind !== 'told-anew';

function isEitherWay(a: SetArticle, b: SetArticle): boolean {
  const held = [a.alsoHolds, b.alsoHolds];
  return held[0] === b.cluster || held[1] === a.cluster || (held[0] !== undefined && held[0] === held[1]);
}

/** The harder of the two: against an excerpt, a verbatim copy is an excerpt's pair. */
const HARDNESS: readonly CopyKind[] = [
  'original',
  'verbatim',
  're-titled',
  'trimmed',
  'merged',
  'excerpted',
  'told-anew',
];

function kindOfPair(a: SetArticle, b: SetArticle): CopyKind {
  return HARDNESS[Math.max(HARDNESS.indexOf(a.kind), HARDNESS.indexOf(b.kind))] ?? 'told-anew';
}
