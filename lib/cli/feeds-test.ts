import { UserError } from '../errors.ts';
import type { ParsedFeed, ParsedItem } from '../feeds/parsed-feed.ts';
import type { CommandIo } from './command-io.ts';
import { describeAccount } from './describe-account.ts';
import { type Examination, type ExamineNeeds, examineAddress } from './examine-address.ts';
import { readTypedUrl } from './read-typed-url.ts';
import { type TrustNeeds, trustTyped } from './trust-typed.ts';

const SHOWN_ITEMS = 5;

/**
 * Says what Vigil would make of an address. The feed list is not touched.
 *
 * @throws UserError when no feed can be read there
 */
export async function feedsTestCommand(
  typedUrl: string,
  options: { json?: boolean | undefined },
  needs: ExamineNeeds & TrustNeeds,
  io: CommandIo,
): Promise<void> {
  const url = readTypedUrl(typedUrl);
  await trustTyped(url, needs);
  const found = await examineAddress(url, needs);
  if (options.json) io.stdout(JSON.stringify(reportOf(url, found), null, 2));
  else if (found.kind === 'feed') io.stdout(readable(url, found));
  else if (found.kind === 'page') io.stdout(found.feedUrls.join('\n'));
  if (found.kind === 'page') throw new UserError(`${url}: is a page, no feed; test one of the feeds that it names`);
  if (found.kind === 'neither') throw new UserError(`${url}: no feed can be read here: ${found.why}`);
}

function reportOf(url: string, found: Examination): object {
  if (found.kind !== 'feed') return { url, ...found };
  const { feed, document } = found;
  return {
    url,
    kind: 'feed',
    finalUrl: document.url,
    movedPermanentlyTo: document.movedPermanentlyTo,
    contentType: document.contentType,
    bytes: document.bytes.byteLength,
    format: feed.format,
    title: feed.title,
    link: feed.link,
    language: feed.language,
    itemCount: feed.items.length,
    newest: newestOf(feed),
    repairs: feed.repairs,
    account: feed.account,
    firstItems: feed.items.slice(0, SHOWN_ITEMS).map(({ title, link, published }) => ({ title, link, published })),
  };
}

function readable(url: string, { feed, document }: Extract<Examination, { kind: 'feed' }>): string {
  const { movedPermanentlyTo } = document;
  const redirect =
    movedPermanentlyTo !== undefined
      ? `permanently to ${movedPermanentlyTo}`
      : document.url === url
        ? 'none'
        : `to ${document.url}`;
  const undated = feed.items.filter((item) => item.published === undefined).length;
  const unlinked = feed.items.filter((item) => item.link === undefined).length;
  const gaps = [undated > 0 && `${undated} without a date`, unlinked > 0 && `${unlinked} without an address`];
  const lines: [string, string][] = [
    ['title', feed.title ?? '(none)'],
    ['redirect', redirect],
    ['format', `${feed.format}, ${document.contentType ?? 'no media type'}, ${document.bytes.byteLength} bytes`],
    ...describeAccount(feed.account),
    ['language', feed.language ?? 'not said'],
    ['items', [`${feed.items.length}`, ...gaps.filter((gap) => gap !== false)].join(', ')],
    ['newest', showTime(newestOf(feed)) ?? 'no item has a date'],
    ['mended', feed.repairs.join(', ') || 'nothing'],
  ];
  return [
    ...lines.map(([name, value]) => `${name.padEnd(9)} ${value}`),
    ...feed.items.slice(0, SHOWN_ITEMS).map(showItem),
  ].join('\n');
}

function newestOf(feed: ParsedFeed): string | undefined {
  return feed.items
    .flatMap(({ published }) => published ?? [])
    .toSorted()
    .at(-1);
}

function showItem({ title, link, published }: ParsedItem): string {
  return `  ${showTime(published) ?? 'no date         '}  ${title ?? '(no title)'}\n                    ${link ?? '(no address)'}`;
}

const showTime = (time: string | undefined) => time?.slice(0, 16).replace('T', ' ');
