import type { Article, ArticleReading } from '../../lib/articles/article.ts';
import type { ClassifiableText, Classification } from '../../lib/classification/classification.ts';
import type { Facts } from '../../lib/classification/facts.ts';
import { type ReadArticleNeeds, readArticle } from '../../lib/coverage/read-article.ts';
import { articleIdOf, canonicalUrl } from '../../lib/feeds/canonical-url.ts';
import type { Outlet } from '../../lib/feeds/outlet.ts';
import type { ArticleMessage } from '../../lib/feeds/work-queues.ts';
import type { FetchOutcome } from '../../lib/http/web-fetcher.ts';
import { createMemoryStoryIndex } from '../../lib/stories/memory-story-index.ts';
import { placeInStory } from '../../lib/stories/place-in-story.ts';
import { sampleFeed } from '../cli/sample-feed.ts';
import { fetchedDocument } from './feed-world.ts';
import { createMemoryArchive } from './memory-archive.ts';
import { createMemoryCoverageStore } from './memory-coverage-store.ts';
import { createMemoryFeedStore } from './memory-feed-store.ts';
import { createMemoryItemStore } from './memory-item-store.ts';
import { createMemoryQueue } from './memory-queue.ts';

export const at = '2026-11-23T08:00:00.000Z';
const expiresAt = Date.parse(at) / 1000 + 400 * 86_400;

export const article = (changes: Partial<Article> = {}): Article => ({
  title: 'Families gather at Khavaran',
  author: 'Staff',
  publishedAt: '2026-11-23T06:30:00.000Z',
  language: 'en',
  text: 'Families gathered at Khavaran.\n\nThey remember the prisoners executed in 1988.',
  links: [],
  sources: { title: 'json-ld' },
  quality: 0.9,
  ...changes,
});

export const classification = (changes: Partial<Classification> = {}): Classification => ({
  relevance: 'relevant',
  score: 9,
  threshold: 6,
  themes: ['testimony'],
  language: 'en',
  matches: [{ ruleId: 'en/place', field: 'title', start: 19, end: 27, words: 'Khavaran', points: 9, themes: [] }],
  ruleSetVersion: 'sample',
  ...changes,
});

export function messageOf(name: string, changes: Partial<ArticleMessage> = {}): ArticleMessage {
  const url = `https://news.example.org/${name}`;
  return {
    articleId: articleIdOf(canonicalUrl(url)),
    feedId: sampleFeed().feedId,
    url,
    canonicalUrl: canonicalUrl(url),
    outletId: 'news.example.org',
    title: `Title of ${name}`,
    publishedAt: '2026-11-23T07:00:00.000Z',
    firstSeenAt: at,
    ...changes,
  };
}

export const noFacts: Facts = {
  schemaVersion: 1,
  namesVersion: 'sample',
  ordinals: [],
  figures: [],
  wordings: [],
  quotations: [],
  names: [],
  events: [],
};

/** Everything read-article needs, in memory: one page is served for every address until it is changed. */
export function articleWorld() {
  const clock = { now: at };
  const now = () => new Date(clock.now);
  const itemStore = createMemoryItemStore(now);
  const coverageStore = createMemoryCoverageStore();
  const archive = createMemoryArchive();
  const storyIndex = createMemoryStoryIndex(now);
  const articleQueue = createMemoryQueue<ArticleMessage>();
  const page = {
    answer: fetchedDocument({ url: undefined as unknown as string }) as FetchOutcome,
    reading: { status: 'read', article: article() } as ArticleReading,
    verdict: classification(),
    facts: noFacts,
    outlet: undefined as Outlet | undefined,
  };
  const classified: ClassifiableText[] = [];
  const hosts: string[] = [];
  const needs: ReadArticleNeeds = {
    itemStore,
    coverageStore,
    feedStore: createMemoryFeedStore([sampleFeed()]),
    pageArchive: archive,
    placeInStory: (placed) => placeInStory(placed, { storyIndex, findNumbers: () => [], now }),
    articleQueue,
    webFetcher: {
      fetch: async ({ url }) =>
        page.answer.status === 'fetched' ? { ...page.answer, url: page.answer.url ?? url } : page.answer,
    },
    articleReader: { read: async () => page.reading },
    classify(text) {
      classified.push(text);
      return page.verdict;
    },
    findFacts: () => page.facts,
    outletOfHost(host) {
      hosts.push(host);
      return page.outlet;
    },
    now,
  };
  return {
    needs,
    clock,
    page,
    classified,
    hosts,
    itemStore,
    coverageStore,
    archive,
    storyIndex,
    /** What was put back. */
    sent: articleQueue.messages,
    /** As takeInItems leaves it: stored, claimed, queued. */
    async queue(message: ArticleMessage): Promise<void> {
      const { articleId, feedId, url, canonicalUrl: canonical, title, firstSeenAt } = message;
      await itemStore.claimIdentity({ identity: `url|${articleId}`, articleId, feedId, expiresAt });
      await itemStore.addItem({
        schemaVersion: 1,
        articleId,
        feedId,
        url,
        canonicalUrl: canonical,
        title,
        firstSeenAt,
        state: 'queued',
        trace: [{ at: firstSeenAt, stage: 'fetch-feed', what: 'listed' }],
        expiresAt,
      });
    },
    read: (message: ArticleMessage, receiveCount = 1, own = needs) => readArticle(message, receiveCount, own),
    item: (message: ArticleMessage) =>
      itemStore.items().find(({ articleId, feedId }) => articleId === message.articleId && feedId === message.feedId),
  };
}
