import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDynamoClient } from '../../lib/aws/dynamo-client.ts';
import { createDynamoConfirmationStore } from '../../lib/aws/dynamo-confirmation-store.ts';
import { createDynamoFeedbackStore } from '../../lib/aws/dynamo-feedback-store.ts';
import { createDynamoItemStore } from '../../lib/aws/dynamo-item-store.ts';
import { createDynamoMailboxKeyStore } from '../../lib/aws/dynamo-mailbox-key-store.ts';
import { createDynamoProgramTokenStore } from '../../lib/aws/dynamo-program-token-store.ts';
import { createDynamoRecordTable } from '../../lib/aws/dynamo-record-table.ts';
import { createDynamoSessionStore } from '../../lib/aws/dynamo-session-store.ts';
import { createDynamoStoryIndex } from '../../lib/aws/dynamo-story-index.ts';
import { packMatches } from '../../lib/coverage/packed-matches.ts';
import type { EmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { createServices, type Services } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';
import { createMemoryStoryIndex } from '../../lib/stories/memory-story-index.ts';
import { keepsAddedDates } from '../digest/added-date-store-contract.ts';
import { keepsDayCounts } from '../digest/day-count-store-contract.ts';
import { sampleCoverage, sampleMatch } from '../digest/sample-coverage.ts';
import { createMemoryAccessStores } from '../fakes/memory-access-stores.ts';
import { createMemoryAddedDateStore } from '../fakes/memory-added-date-store.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryConfirmationStore } from '../fakes/memory-confirmation-store.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryDayCountStore } from '../fakes/memory-day-count-store.ts';
import { createMemoryFeedStore } from '../fakes/memory-feed-store.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { createMemoryItemStore } from '../fakes/memory-item-store.ts';
import { createMemoryOpinionLedger } from '../fakes/memory-opinion-ledger.ts';
import { createMemoryRecordTable } from '../fakes/memory-record-table.ts';
import { createMemorySubscriberStore } from '../fakes/memory-subscriber-store.ts';
import { createMemoryUsageStore } from '../fakes/memory-usage-store.ts';
import { keepsProgramTokens, keepsSessions } from './access-stores-contract.ts';
import { keepsObjects } from './archive-contract.ts';
import { keepsConfirmations } from './confirmation-store-contract.ts';
import { keepsCoverage } from './coverage-store-contract.ts';
import { keepsFeeds } from './feed-store-contract.ts';
import { keepsFeedback } from './feedback-store-contract.ts';
import { keepsItems } from './item-store-contract.ts';
import { keepsOpinions } from './opinion-ledger-contract.ts';
import { keepsRows } from './record-table-contract.ts';
import { startEmbedded } from './start-embedded.ts';
import { keepsStories } from './story-index-contract.ts';
import { keepsSubscribers } from './subscriber-store-contract.ts';
import { keepsUsage } from './usage-store-contract.ts';

describe('in memory', () => {
  keepsFeeds(async () => createMemoryFeedStore());
  const clock = { now: () => new Date() };
  const itemStore = createMemoryItemStore(() => clock.now());
  keepsItems((now) => {
    clock.now = now;
    return itemStore;
  });
  const coverageStore = createMemoryCoverageStore();
  keepsCoverage(() => coverageStore);
  const storyIndex = createMemoryStoryIndex(() => clock.now());
  keepsStories((now) => {
    clock.now = now;
    return storyIndex;
  });
  const addedDateStore = createMemoryAddedDateStore();
  keepsAddedDates(() => addedDateStore);
  const dayCountStore = createMemoryDayCountStore();
  keepsDayCounts(() => dayCountStore);
  keepsFeedback(createMemoryFeedbackStore);
  const subscriberStore = createMemorySubscriberStore();
  keepsSubscribers(() => subscriberStore);
  keepsConfirmations((now) => createMemoryConfirmationStore(now).store);
  const usageStore = createMemoryUsageStore();
  keepsUsage(() => usageStore);
  const opinionLedger = createMemoryOpinionLedger();
  keepsOpinions(() => opinionLedger);
  const archive = createMemoryArchive();
  keepsObjects(() => archive);
  keepsSessions(createMemoryAccessStores);
  keepsProgramTokens(createMemoryAccessStores);
  const recordTable = createMemoryRecordTable('items');
  keepsRows(() => recordTable);
});

describe('in DynamoDB and S3', () => {
  let aws: EmbeddedAws;
  let services: Services;
  beforeAll(async () => {
    aws = await startEmbedded();
    services = createServices(readSettings());
  });
  afterAll(async () => {
    await services?.close();
    await aws?.close();
  });

  keepsFeeds(async () => {
    for (const { feedId } of await services.feedStore.list()) await services.feedStore.remove(feedId);
    return services.feedStore;
  });
  keepsItems((now) => createDynamoItemStore(createDynamoClient(), services.settings.tables, now));
  keepsCoverage(() => services.coverageStore);

  test('what finds an article is packed in its row and whole in its record, also when it is labelled anew', async () => {
    const matches = Array.from({ length: 300 }, (_, index) => ({ ...sampleMatch(`words ${index}`, 1), start: index }));
    const record = sampleCoverage({
      title: 'packed',
      articleId: 'packed',
      isLate: false,
      matches: matches.slice(0, 1),
    });
    const { coverageStore } = services;
    const matchesOfRow = async () => {
      const table = createDynamoRecordTable(createDynamoClient(), 'coverage', services.settings.tables.coverage);
      return (await table.find([record])).map((row) => row.matches);
    };
    await coverageStore.add(record);
    expect(await matchesOfRow()).toEqual([packMatches(record.matches)]);
    const { language, isLate, relevance, score, threshold, themes, ruleSetVersion } = record;
    const labels = { language, isLate, relevance, score, threshold, themes, matches, ruleSetVersion };
    expect(await coverageStore.relabel(record, labels)).toBe(true);
    expect(await matchesOfRow()).toEqual([packMatches(matches)]);
    expect(await coverageStore.get('packed')).toEqual({ ...record, matches });
  });

  keepsStories((now) => createDynamoStoryIndex(createDynamoClient(), services.settings.tables.stories, now));
  keepsAddedDates(() => services.addedDateStore);
  keepsDayCounts(() => services.dayCountStore);

  test('the key of mailboxes is made once, by whoever asks first, and the same ever after', async () => {
    const open = () => createDynamoMailboxKeyStore(createDynamoClient(), services.settings.tables.editions);
    const keys = await Promise.all([open(), open(), open()].map((store) => store.get()));
    const [key = ''] = keys;
    expect([new Set([...keys, await open().get()]).size, /^[0-9a-f]{64}$/.test(key)]).toEqual([1, true]);
  });

  keepsFeedback((now) => createDynamoFeedbackStore(createDynamoClient(), services.settings.tables.feedback, now));
  keepsSubscribers(() => services.subscriberStore);
  keepsConfirmations((now) =>
    createDynamoConfirmationStore(createDynamoClient(), services.settings.tables.confirmations, now),
  );
  keepsUsage(() => services.usageStore);
  keepsOpinions(() => services.opinionLedger);
  keepsRows(() => createDynamoRecordTable(createDynamoClient(), 'items', services.settings.tables.items));
  keepsObjects(() => services.pageArchive as ReturnType<typeof createMemoryArchive>);
  const accessStores = (now: () => Date) => {
    const { access } = services.settings.tables;
    return {
      sessionStore: createDynamoSessionStore(createDynamoClient(), access, now),
      programTokenStore: createDynamoProgramTokenStore(createDynamoClient(), access, now),
    };
  };
  keepsSessions(accessStores);
  keepsProgramTokens(accessStores);

  test('a fault that is no failed condition rises', async () => {
    const items = createDynamoItemStore(createDynamoClient(), { items: 'absent', identities: 'absent' }, services.now);
    const end = { outcome: 'blocked' as const, reason: '', at: '2026-11-23T08:00:00.000Z', trace: [] };
    await expect(items.endItem('a', 'b', end)).rejects.toThrow(/resource not found/i);
  });
});
