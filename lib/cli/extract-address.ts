import type { PageDocument } from '../articles/article.ts';
import type { AccountedReading } from '../articles/reading-account.ts';
import { UserError } from '../errors.ts';
import type { WebFetcher } from '../http/web-fetcher.ts';
import type { CommandIo } from './command-io.ts';
import { printReading } from './print-reading.ts';
import { readTypedUrl } from './read-typed-url.ts';
import { sayReason } from './say-reason.ts';

export interface ExtractAddressNeeds {
  webFetcher: Pick<WebFetcher, 'fetch'>;
  articleReader: { read(page: PageDocument): Promise<AccountedReading> };
}

/**
 * Fetches one page as read-article would, robots.txt obeyed, and prints what was read of it and why.
 *
 * @throws UserError with the typed reason when the page may not be fetched, does not come or holds no article
 */
export async function extractAddressCommand(
  typedUrl: string,
  options: { json?: boolean | undefined },
  needs: ExtractAddressNeeds,
  io: CommandIo,
): Promise<void> {
  const url = readTypedUrl(typedUrl);
  const document = await needs.webFetcher.fetch({ url, kind: 'page' });
  if (document.status === 'not-modified') throw new UserError(`${url}: the server sent no document`);
  if (document.status !== 'fetched') {
    const { status, reason, detail } = document;
    if (options.json) io.stdout(JSON.stringify({ url, status, reason, detail }, null, 2));
    throw new UserError(`${url}: ${sayReason(reason, detail)}`);
  }
  const reading = await needs.articleReader.read(document);
  const facts = {
    url,
    finalUrl: document.url === url ? undefined : document.url,
    contentType: document.contentType,
    bytes: document.bytes.byteLength,
  };
  printReading(url, reading, facts, options, io);
}
