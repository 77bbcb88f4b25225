import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { feedIdOf } from '../feeds/canonical-url.ts';
import type { FeedSettings } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { newFeed } from '../feeds/new-feed.ts';
import type { OutletRegister } from '../feeds/outlet-register.ts';
import { nameEntry } from '../feeds/parse-entries.ts';
import { readFeedEntries } from '../feeds/read-feed-entries.ts';
import { readListEntry } from '../feeds/read-list-entry.ts';
import type { WebFetcher } from '../http/web-fetcher.ts';
import type { CommandIo } from './command-io.ts';
import { isLoopbackUrl, isSameLoopbackServer } from './is-loopback-url.ts';
import { type TrustNeeds, trustTyped } from './trust-typed.ts';

export interface FeedsImportNeeds extends TrustNeeds {
  feedStore: Pick<FeedStore, 'add' | 'list'>;
  webFetcher: Pick<WebFetcher, 'fetch'>;
  outletRegister: Pick<OutletRegister, 'findByHost'>;
  now: () => Date;
}

/**
 * Adds the feeds of a list, read from a file or an address. Feeds that are in the list already keep what they have. A
 * broken entry is named and left out; the others are added all the same.
 *
 * @throws UserError with exit code 1 when an entry was broken, after everything else was done
 */
export async function feedsImportCommand(
  source: string,
  options: { json?: boolean | undefined },
  needs: FeedsImportNeeds,
  io: CommandIo,
): Promise<void> {
  const entries = readFeedEntries(await readSource(source, needs), source);
  const problems: string[] = [];
  const sound: FeedSettings[] = [];
  entries.forEach((entry, index) => {
    const read = readListEntry(entry, needs.outletRegister);
    if ('settings' in read) sound.push(read.settings);
    else problems.push(`${nameEntry(entry, index, 'url')}: ${read.problem}`);
  });
  for (const problem of problems) io.stderr(`skipped ${problem}`);

  await trustOwnServer(source, sound, needs, io);
  const added = await addMissing(sound, needs);
  const counts = { entries: entries.length, added, present: sound.length - added, skipped: problems.length };
  io.stdout(
    options.json
      ? JSON.stringify({ ...counts, problems }, null, 2)
      : `${added} added, ${counts.present} in the list already, ${problems.length} skipped, of ${entries.length}`,
  );
  if (problems.length > 0) {
    throw new UserError(
      `${problems.length} of ${entries.length} entries are broken; mend them and import again: nothing is added twice`,
    );
  }
}

async function readSource(source: string, needs: FeedsImportNeeds): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(source)) {
    return readFile(source).catch((cause: Error) => {
      throw new UserError(`${source}: cannot be read; give a file or an http(s) address (${cause.message})`, 1, {
        cause,
      });
    });
  }
  await trustTyped(source, needs);
  const fetched = await needs.webFetcher.fetch({ url: source, kind: 'feed' });
  if (fetched.status === 'fetched') return fetched.bytes;
  throw new UserError(`${source}: ${fetched.status === 'not-modified' ? 'brought no document' : fetched.detail}`);
}

/** A list that the operator's own server gave speaks for that server, not for others on this machine. */
async function trustOwnServer(
  source: string,
  feeds: readonly FeedSettings[],
  needs: FeedsImportNeeds,
  io: CommandIo,
): Promise<void> {
  const origins = new Set(feeds.filter(({ url }) => isLoopbackUrl(url)).map(({ url }) => new URL(url).origin));
  const refused: string[] = [];
  for (const origin of origins) {
    if (!isSameLoopbackServer(source, origin)) refused.push(origin);
    else if (origin !== new URL(source).origin) await needs.trustOrigin(origin);
  }
  if (refused.length > 0) {
    io.stderr(
      `${refused.join(', ')}: on this machine, so its feeds are not asked until you say so with "vigil feeds test ADDRESS"`,
    );
  }
}

/** @returns how many were added; the first of several entries with one address counts */
async function addMissing(sound: readonly FeedSettings[], needs: FeedsImportNeeds): Promise<number> {
  // A feed that has moved keeps the id of its first address.
  const present = new Set((await needs.feedStore.list()).flatMap(({ feedId, url }) => [feedId, feedIdOf(url)]));
  let added = 0;
  for (const settings of sound) {
    const feed = newFeed(settings, needs.now());
    if (present.has(feed.feedId)) continue;
    present.add(feed.feedId);
    if (await needs.feedStore.add(feed)) added++;
  }
  return added;
}
