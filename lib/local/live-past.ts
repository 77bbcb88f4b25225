import { readArticle } from '../coverage/read-article.ts';
import { feedIdOf } from '../feeds/canonical-url.ts';
import { takeInItems } from '../feeds/take-in-items.ts';
import type { ArticleMessage } from '../feeds/work-queues.ts';
import type { Services } from '../services.ts';
import type { Newsroom } from './newsroom/newsroom-server.ts';

/**
 * Takes in what the newsroom's feeds listed in the days before, by the stages' own functions with the clock put back: a
 * system that began today knows no outlet, and no story could go on from earlier. The feeds must be in the list.
 */
export async function livePast({ past }: Pick<Newsroom, 'past'>, services: Services): Promise<void> {
  for (const { feedUrl, item, seenAt } of past) {
    const feed = await services.feedStore.get(feedIdOf(feedUrl));
    if (feed === undefined) continue;
    const messages: ArticleMessage[] = [];
    const needs = { ...services, now: () => seenAt };
    const articleQueue = { send: async (sent: readonly ArticleMessage[]) => void messages.push(...sent) };
    await takeInItems(feed, { format: 'rss', items: [item], repairs: [] }, { ...needs, articleQueue });
    for (const message of messages) await readArticle(message, 1, needs);
  }
}
