import { UserError } from '../errors.ts';
import { FeedSettings } from '../feeds/feed.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { newFeed } from '../feeds/new-feed.ts';
import type { OutletRegister } from '../feeds/outlet-register.ts';
import { readLanguageTag, readListEntry } from '../feeds/read-list-entry.ts';
import type { CommandIo } from './command-io.ts';
import { type ExamineNeeds, examineAddress } from './examine-address.ts';
import { readTypedUrl } from './read-typed-url.ts';
import { type TrustNeeds, trustTyped } from './trust-typed.ts';

/** What the operator says better than the feed does. */
export interface FeedsAddOptions {
  title?: string | undefined;
  language?: string | undefined;
  relation?: string | undefined;
  outletId?: string | undefined;
  note?: string | undefined;
  /** As typed. */
  intervalMinutes?: string | number | undefined;
}

export interface FeedsAddNeeds extends ExamineNeeds, TrustNeeds {
  feedStore: Pick<FeedStore, 'add'>;
  outletRegister: Pick<OutletRegister, 'findByHost' | 'findById'>;
  now: () => Date;
}

/**
 * Adds one feed, by its own address or by that of a site that names exactly one.
 *
 * @throws UserError with exit code 2 when the site names several feeds or a setting is wrong, 1 when there is no feed
 */
export async function feedsAddCommand(
  typedUrl: string,
  options: FeedsAddOptions,
  needs: FeedsAddNeeds,
  io: CommandIo,
): Promise<void> {
  const url = readTypedUrl(typedUrl);
  await trustTyped(url, needs);
  const settings = await settingsAt(url, options, needs, io);
  const feed = newFeed(settings, needs.now());
  if (!(await needs.feedStore.add(feed))) {
    throw new UserError(`${settings.url}: is in the list already as ${feed.feedId}; nothing changed`);
  }
  const { title, outletId, relation, language, intervalMinutes } = settings;
  io.stdout(`added ${feed.feedId}: ${title} (${settings.url})`);
  io.stdout(`outlet ${outletId}, ${relation}, language ${language}, every ${intervalMinutes} minutes`);
  if (relation === 'unknown') {
    io.stderr(`${outletId} has no relation yet; give --relation, or a person adds the outlet to config/outlets.json`);
  }
}

async function settingsAt(
  url: string,
  options: FeedsAddOptions,
  needs: FeedsAddNeeds,
  io: CommandIo,
  isDiscovered = false,
): Promise<FeedSettings> {
  const found = await examineAddress(url, needs);
  if (found.kind === 'neither') throw new UserError(`${url}: no feed can be read here: ${found.why}`);
  if (found.kind === 'page') {
    const [first, ...others] = found.feedUrls;
    if (first !== undefined && others.length === 0 && !isDiscovered) return settingsAt(first, options, needs, io, true);
    io.stdout(found.feedUrls.join('\n'));
    throw new UserError(`${url}: names ${found.feedUrls.length} feeds; choose one and add it by its address`, 2);
  }
  const { document, feed } = found;
  const outlet = options.outletId === undefined ? undefined : needs.outletRegister.findById(options.outletId);
  const entry = readListEntry(
    {
      title: feed.title,
      // A feed may call its language anything; a tag that is none is as good as nothing.
      language: FeedSettings.shape.language.safeParse(readLanguageTag(feed.language)).data,
      ...(outlet && { outletName: outlet.name, relation: outlet.relation }),
      ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
      url: document.movedPermanentlyTo ?? url,
    },
    needs.outletRegister,
  );
  if ('problem' in entry) throw new UserError(`${url}: ${entry.problem}`, 2);
  return entry.settings;
}
