import { createDynamoClient } from '../aws/dynamo-client.ts';
import { createDynamoCoverageStore } from '../aws/dynamo-coverage-store.ts';
import { createDynamoFeedStore } from '../aws/dynamo-feed-store.ts';
import { createDynamoItemStore } from '../aws/dynamo-item-store.ts';
import { createDynamoStoryIndex } from '../aws/dynamo-story-index.ts';
import { createDynamoUsageStore } from '../aws/dynamo-usage-store.ts';
import { createS3Archive } from '../aws/s3-archive.ts';
import { createS3Client } from '../aws/s3-client.ts';
import type { Settings } from '../settings.ts';

/** What every part is built on. */
export interface Ground {
  settings: Settings;
  now: () => Date;
  /** Parts that exist, by the function that made them. */
  made: Map<unknown, unknown>;
  /** Ends what the parts opened. */
  closers: (() => void | Promise<void>)[];
}

export const layGround = (settings: Settings): Ground => ({
  settings,
  now: () => new Date(),
  made: new Map(),
  closers: [],
});

/** The part of a ground, made at the first call. */
export function partOf<T>(ground: Ground, make: (ground: Ground) => T): T {
  if (!ground.made.has(make)) ground.made.set(make, make(ground));
  return ground.made.get(make) as T;
}

export const commonsOf = ({ settings, now }: Ground) => ({
  now,
  random: Math.random,
  settings,
  publicUrl: settings.publicUrl,
  senderAddress: settings.senderAddress,
  signingKey: settings.signingKey,
});

export function openDynamo({ closers }: Ground) {
  const dynamo = createDynamoClient();
  closers.push(() => dynamo.destroy());
  return dynamo;
}

export function openTables(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { tables } = ground.settings;
  return {
    feedStore: createDynamoFeedStore(dynamo, tables.feeds),
    itemStore: createDynamoItemStore(dynamo, tables, ground.now),
    coverageStore: createDynamoCoverageStore(dynamo, tables.coverage),
    storyIndex: createDynamoStoryIndex(dynamo, tables.stories, ground.now),
    usageStore: createDynamoUsageStore(dynamo, tables.usage),
  };
}

export function openArchive({ settings, closers }: Ground) {
  const s3 = createS3Client();
  closers.push(() => s3.destroy());
  const archive = createS3Archive(s3, settings.archiveBucket);
  return { pageArchive: archive, editionArchive: archive };
}
