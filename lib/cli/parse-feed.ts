import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { withoutUnseen } from '../digest/display-text.ts';
import { UserError } from '../errors.ts';
import type { FeedReader } from '../feeds/feed-reader.ts';
import type { ParsedFeed } from '../feeds/parsed-feed.ts';
import type { CommandIo } from './command-io.ts';
import { describeAccount } from './describe-account.ts';

export interface ParseFeedOptions {
  url?: string | undefined;
  contentType?: string | undefined;
  json?: boolean | undefined;
}

/** Prints what the feed reader makes of a document. */
export async function parseFeedCommand(
  file: string,
  options: ParseFeedOptions,
  needs: { feedReader: Pick<FeedReader, 'read'> },
  io: CommandIo,
): Promise<void> {
  const bytes = await readFile(file).catch((cause) => {
    throw new UserError(
      `${file}: cannot be read (${cause.code ?? cause.message}); give the path of a feed document`,
      1,
      { cause },
    );
  });
  const url = options.url ?? pathToFileURL(file).href;
  const reading = await needs.feedReader.read(bytes, { contentType: options.contentType, url });
  if (reading.status !== 'read') throw new UserError(`${file}: ${reading.detail}`);
  io.stdout(options.json ? JSON.stringify(reading.feed, null, 2) : withoutUnseen(readable(reading.feed)));
}

function readable(feed: ParsedFeed): string {
  const withoutLink = feed.items.filter(({ link }) => link === undefined).length;
  const lines = [
    `${feed.title ?? '(no title)'}  ·  ${feed.format}${feed.language ? `, ${feed.language}` : ''}  ·  ${feed.items.length} items`,
    ...(feed.link ? [feed.link] : []),
    ...describeAccount(feed.account).map(([name, value]) => `${name}: ${value}`),
    ...(withoutLink > 0
      ? [`without an address: ${withoutLink} ${withoutLink === 1 ? 'item' : 'items'}, which can never be read`]
      : []),
    ...(feed.repairs.length > 0 ? [`mended: ${feed.repairs.join(', ')}`] : []),
  ];
  for (const item of feed.items) {
    lines.push(
      '',
      `${item.published?.slice(0, 16).replace('T', ' ') ?? 'no date         '}  ${item.title ?? '(no title)'}`,
      `                  ${item.link ?? '(no address)'}`,
    );
  }
  return lines.join('\n');
}
