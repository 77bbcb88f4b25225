import prices from '../../config/prices.json' with { type: 'json' };
import type { ProgramToken } from '../../lib/access/program-token.ts';
import type { Session } from '../../lib/access/session.ts';
import type { Article } from '../../lib/articles/article.ts';
import { parsePriceTable } from '../../lib/cost/price-table.ts';
import type { DayUsage } from '../../lib/cost/usage-store.ts';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import type { Confirmation } from '../../lib/digest/confirmation.ts';
import type { Subscriber } from '../../lib/digest/subscriber.ts';
import type { Feed } from '../../lib/feeds/feed.ts';
import type { Item } from '../../lib/feeds/item.ts';
import { createWebApp, type WebNeeds } from '../../lib/web/create-web-app.ts';
import type { SignInSettings } from '../../lib/web/sign-in-issuer.ts';
import { fakeEditionStore, sampleSubscriber } from '../digest/fake-ports.ts';
import { createMemoryAccessStores } from '../fakes/memory-access-stores.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { createMemoryItemStore } from '../fakes/memory-item-store.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';

export const pageToken = 'a page token of the tests, long enough';
export const signingKey = 'a signing key of the tests, long enough';
const today = '2026-08-28';

export interface WebContent {
  coverage?: readonly Coverage[];
  article?: Article;
  items?: readonly Item[];
  feeds?: readonly Feed[];
  readers?: readonly Subscriber[];
  usage?: readonly DayUsage[];
  /** The newest edition as it was sent. */
  edition?: string;
  programTokens?: readonly ProgramToken[];
  sessions?: readonly Session[];
  /** Instead of the page token. */
  signIn?: SignInSettings;
  /** Where the page is expected; https://vigil.example unless said. */
  publicUrl?: string;
  confirmations?: readonly Confirmation[];
  isSignUpOpen?: boolean;
  now?: () => Date;
}

/** The page over stores in memory; `get` brings the cookie that the token gives. */
export async function openWeb(content: WebContent = {}) {
  const now = content.now ?? (() => new Date(`${today}T20:00:00.000Z`));
  const { sessionStore, programTokenStore, rows } = createMemoryAccessStores(now);
  for (const token of content.programTokens ?? []) await programTokenStore.add(token);
  for (const session of content.sessions ?? []) await sessionStore.add(session);
  const archive = createMemoryArchive();
  const articleKey = content.article ? await archive.putArticle(content.article) : 'articles/none.json';
  const coverageStore = createMemoryCoverageStore((content.coverage ?? []).map((one) => ({ ...one, articleKey })));
  const itemStore = createMemoryItemStore(now);
  for (const item of content.items ?? []) await itemStore.addItem(item);
  const feedStore = createMemoryFeedStore(content.feeds);
  const subscriberStore = createMemorySubscriberStore(content.readers ?? [sampleSubscriber()]);
  const { store: confirmationStore, ...confirmations } = createMemoryConfirmationStore(now);
  for (const confirmation of content.confirmations ?? []) await confirmationStore.add(confirmation);
  const feedbackStore = createMemoryFeedbackStore(now);
  const { store: editionStore, editions, sends } = fakeEditionStore();
  if (content.edition !== undefined) {
    const [subscriberId, localDate] = ['00000000000000aa', today];
    const editionId = `${subscriberId}/${localDate}`;
    await editionStore.open({
      schemaVersion: 1,
      editionId,
      subscriberId,
      localDate,
      state: 'building',
      from: '2026-08-27T05:00:00.000Z',
      to: '2026-08-28T05:00:00.000Z',
      createdAt: '2026-08-28T05:00:00.000Z',
    });
    const htmlKey = await archive.put(content.edition, 'html');
    const lease = { at: '2026-08-28T05:00:00.000Z', until: '2026-08-28T05:04:00.000Z' };
    const { fence = 0 } = (await editionStore.take(editionId, lease)) ?? {};
    await editionStore.makeReady(
      { editionId, fence },
      { subject: '3 articles', htmlKey, textKey: htmlKey, coverageCount: 3 },
    );
  }
  const usageStore = createMemoryUsageStore();
  for (const { day, stage, usage } of content.usage ?? []) await usageStore.add(day, stage, usage);
  const needs: WebNeeds = {
    usageStore,
    readPrices: () => parsePriceTable(prices),
    coverageStore,
    itemStore,
    feedStore,
    feedbackStore,
    subscriberStore,
    confirmationStore,
    editionStore,
    editionArchive: archive,
    pageArchive: archive,
    sessionStore,
    programTokenStore,
    settings: {
      ...(content.signIn ? { signIn: content.signIn } : { pageToken }),
      isSignUpOpen: content.isSignUpOpen,
      region: 'eu-central-1',
      metricsNamespace: undefined,
    },
    publicUrl: content.publicUrl ?? 'https://vigil.example',
    signingKey,
    now,
  };
  const app = createWebApp(needs);
  const first = await app.request(`/?token=${encodeURIComponent(pageToken)}`);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    app,
    needs,
    accessRows: rows,
    coverageStore,
    archive,
    subscriberStore,
    editionStore,
    confirmationStore,
    confirmations,
    feedback: feedbackStore.rows,
    cookie,
    get: (path: string, method = 'GET') => app.request(path, { method, headers: { cookie } }),
    text: async (path: string) => (await app.request(path, { headers: { cookie } })).text(),
    /** Everything that the stores hold, to see whether anything changed. */
    state: async () =>
      JSON.stringify([
        coverageStore.records(),
        itemStore.items(),
        itemStore.names(),
        feedStore.feeds(),
        feedbackStore.rows(),
        await subscriberStore.list(),
        confirmations.rows(),
        confirmations.limits(),
        [...editions],
        [...sends],
        archive.keys(),
        rows(),
      ]),
  };
}
