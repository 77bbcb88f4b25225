import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { feedIdOf } from '../feeds/canonical-url.ts';
import type { Feed, FeedSettings } from '../feeds/feed.ts';
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
  feedStore: Pick<FeedStore, 'add' | 'list' | 'update'>;
  webFetcher: Pick<WebFetcher, 'fetch'>;
  outletRegister: Pick<OutletRegister, 'findByHost'>;
  now: () => Date;
}

export interface FeedsImportOptions {
  json?: boolean | undefined;
  /** Feeds that are in the list already take the settings of the file; their state and history stay. */
  update?: boolean | undefined;
}

/**
 * Adds the feeds of a list, read from a file or an address. Feeds that are in the list already keep what they have,
 * unless asked otherwise. A broken entry is named and left out; the others are added all the same.
 *
 * @throws UserError with exit code 1 when an entry was broken, after everything else was done
 */
export async function feedsImportCommand(
  source: string,
  options: FeedsImportOptions,
  needs: FeedsImportNeeds,
  io: CommandIo,
): Promise<void> {
  const entries = readFeedEntries(await readSource(source, needs), source);
  if (entries.length === 0)
    throw new UserError(`${source}: names no feeds; give a list as "vigil feeds export" writes it, or OPML`);
  const problems: string[] = [];
  const sound: FeedSettings[] = [];
  entries.forEach((entry, index) => {
    const read = readListEntry(entry, needs.outletRegister);
    if ('settings' in read) sound.push(read.settings);
    else problems.push(`${nameEntry(entry, index, 'url')}: ${read.problem}`);
  });
  for (const problem of problems) io.stderr(`skipped ${problem}`);

  await trustOwnServer(source, sound, needs, io);
  const { added, differing } = await takeIn(sound, options.update === true, needs);
  const present = sound.length - added;
  const updated = options.update ? differing : 0;
  if (options.json) {
    io.stdout(
      JSON.stringify(
        { entries: entries.length, added, present, differing, updated, skipped: problems.length, problems },
        null,
        2,
      ),
    );
  } else {
    const told = options.update ? `, ${updated} of them updated` : '';
    io.stdout(
      `${added} added, ${present} in the list already${told}, ${problems.length} skipped, of ${entries.length}`,
    );
    if (differing > updated)
      io.stderr(`${differing} of those in the list have other settings there; --update takes those of the file`);
  }
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

/** The first of several entries with one address counts. */
async function takeIn(
  sound: readonly FeedSettings[],
  isUpdating: boolean,
  needs: FeedsImportNeeds,
): Promise<{ added: number; differing: number }> {
  // A feed that has moved keeps the id of its first address.
  const present = new Map(
    (await needs.feedStore.list()).flatMap((feed) => [
      [feed.feedId, feed],
      [feedIdOf(feed.url), feed],
    ]),
  );
  const seen = new Set<string>();
  let added = 0;
  let differing = 0;
  for (const settings of sound) {
    const feed = newFeed(settings, needs.now());
    const known = present.get(feed.feedId);
    const feedId = known?.feedId ?? feed.feedId;
    if (seen.has(feedId)) continue;
    seen.add(feedId);
    if (!known) {
      if (await needs.feedStore.add(feed)) added++;
      continue;
    }
    const changes = differences(known, settings);
    if (Object.keys(changes).length === 0) continue;
    differing++;
    if (isUpdating) await needs.feedStore.update(feedId, changes);
  }
  return { added, differing };
}

/** What the file says otherwise. The address is the feed's identity; a list that carries no notes takes none away. */
function differences(known: Feed, { url: _url, note, ...settings }: FeedSettings): Partial<FeedSettings> {
  const said = { ...settings, ...(note !== '' && { note }) };
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => known[name as keyof FeedSettings] !== value),
  );
}
