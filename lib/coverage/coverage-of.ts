import type { Article } from '../articles/article.ts';
import type { Classification } from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import type { Outlet } from '../feeds/outlet.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';
import type { Coverage } from './coverage.ts';
import { judgeLateness } from './judge-lateness.ts';
import { pickKeySentences } from './pick-key-sentences.ts';
import type { StoryPlace } from './story-place.ts';

const EXCERPT_CHARS = 400;
const KEPT_MATCHES = 60;

export interface CoverageParts {
  message: ArticleMessage;
  article: Article;
  classification: Classification;
  facts?: Facts | undefined;
  secondOpinion?: SecondOpinion | undefined;
  place: StoryPlace;
  outlet: Pick<Outlet, 'outletId' | 'name' | 'relation'>;
  bodySource: Coverage['bodySource'];
  pageKey: string | undefined;
  articleKey: string;
  now: Date;
}

/** The record of one article, from all that is known about it. The page's own date wins over the feed's. */
export function coverageOf(parts: CoverageParts): Coverage {
  const { message, article, classification, facts, place, outlet, now } = parts;
  const recordedAt = now.toISOString();
  const publishedAt = earlier(article.publishedAt ?? message.publishedAt, recordedAt);
  const lateReason = judgeLateness(publishedAt, recordedAt, facts);
  return {
    schemaVersion: 1,
    articleId: message.articleId,
    ...place,
    feedId: message.feedId,
    url: message.url,
    canonicalUrl: message.canonicalUrl,
    outletId: outlet.outletId,
    outletName: outlet.name,
    relation: outlet.relation,
    title: article.title,
    author: article.author,
    language: classification.language === 'und' ? article.language : classification.language,
    publishedAt,
    recordedAt,
    isLate: lateReason !== undefined,
    ...(lateReason !== undefined && { lateReason }),
    day: (publishedAt ?? recordedAt).slice(0, 10),
    recordedDay: recordedAt.slice(0, 10),
    relevance: classification.relevance,
    score: classification.score,
    threshold: classification.threshold,
    themes: classification.themes,
    matches: heaviest(classification.matches),
    ruleSetVersion: classification.ruleSetVersion,
    ...(parts.secondOpinion && { secondOpinion: parts.secondOpinion }),
    ...(facts && { facts }),
    excerpt: excerptOf(article.text),
    keySentences: pickKeySentences(article.title, article.text, classification.matches),
    bodyChars: article.text.length,
    bodySource: parts.bodySource,
    pageKey: parts.pageKey,
    articleKey: parts.articleKey,
  };
}

const earlier = (published: string | undefined, now: string) =>
  published !== undefined && published > now ? now : published;

/** The heaviest matches, so that the record stays far below DynamoDB's 400 KB whatever a page repeats. */
function heaviest(matches: Classification['matches']): Classification['matches'] {
  return matches.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, KEPT_MATCHES);
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_CHARS) return line;
  const cut = line.slice(0, EXCERPT_CHARS);
  const lastSpace = cut.lastIndexOf(' ');
  // Scripts without spaces are cut between characters.
  const end = lastSpace > EXCERPT_CHARS / 2 ? lastSpace : EXCERPT_CHARS;
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
