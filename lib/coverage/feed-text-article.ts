import type { Article } from '../articles/article.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';

/** Shorter feed texts are teasers: too little to judge an article by. */
const MIN_CHARS = 200;

/** The article as the feed itself gives it. @returns undefined when the feed gives no more than a teaser */
export function feedTextArticle(message: ArticleMessage): Article | undefined {
  if (!message.feedText || message.feedText.length < MIN_CHARS) return undefined;
  return {
    title: message.title,
    ...(message.publishedAt && { publishedAt: message.publishedAt }),
    language: 'und',
    text: message.feedText,
    links: [],
    sources: { title: 'feed', text: 'feed', ...(message.publishedAt && { publishedAt: 'feed' as const }) },
    quality: 0.5,
  };
}
