import type { Article } from '../articles/article.ts';
import type { Classification } from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import type { Outlet } from '../feeds/outlet.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';
import type { Coverage } from './coverage.ts';
import { labelsOf } from './labels.ts';
import type { StoryPlace } from './story-place.ts';

const EXCERPT_CHARS = 400;

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
  return {
    schemaVersion: 2,
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
    publishedAt,
    recordedAt,
    day: (publishedAt ?? recordedAt).slice(0, 10),
    recordedDay: recordedAt.slice(0, 10),
    ...labelsOf({ article, url: message.url, classification, facts, publishedAt, recordedAt }),
    ...(parts.secondOpinion && { secondOpinion: parts.secondOpinion }),
    excerpt: excerptOf(article.text),
    bodyChars: article.text.length,
    bodySource: parts.bodySource,
    pageKey: parts.pageKey,
    articleKey: parts.articleKey,
  };
}

const earlier = (published: string | undefined, now: string) =>
  published !== undefined && published > now ? now : published;

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_CHARS) return line;
  const cut = line.slice(0, EXCERPT_CHARS);
  const lastSpace = cut.lastIndexOf(' ');
  // Scripts without spaces are cut between characters.
  const end = lastSpace > EXCERPT_CHARS / 2 ? lastSpace : EXCERPT_CHARS;
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
