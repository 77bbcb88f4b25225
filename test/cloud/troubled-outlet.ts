import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FeedSettings } from '../../lib/feeds/feed.ts';

/** An outlet on loopback that makes the stages take the ways on which nothing is plain. */
export interface TroubledOutlet {
  url: string;
  /** Read in this order: they lie on one host. */
  feeds: FeedSettings[];
  close(): Promise<void>;
}

const HEADING = 'What the harbour council decided at its monthly sitting';

/**
 * Three feeds of one outlet, each with an article under the same heading, two days apart: the third finds the heading
 * noted as one that recurs. A page names another article's address as its own; the last one fails with status 500.
 */
export async function startTroubledOutlet(now: Date): Promise<TroubledOutlet> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    const type = request.url?.endsWith('.xml') ? 'application/rss+xml' : 'text/html';
    if (page !== undefined) response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(page);
    else response.writeHead(request.url === '/fails.html' ? 500 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000 - 3_600_000).toUTCString();
  const sitting = (number: number) => ({ path: `/sitting-${number}.html`, title: HEADING, date: daysAgo(2 * number) });
  const copy = { path: '/copy.html', title: 'Harbour council: the minutes once more', date: daysAgo(3) };
  const failing = { path: '/fails.html', title: 'A report that the server cannot show', date: daysAgo(5) };

  const lists = [[sitting(0)], [sitting(1)], [sitting(2), copy, failing]];
  lists.forEach((entries, index) => {
    pages.set(`/feed-${index}.xml`, writeFeed(url, entries));
  });
  for (const { path, title } of [...[0, 1, 2].map(sitting), copy]) {
    pages.set(path, writePage(title, `${url}${path === copy.path ? sitting(0).path : path}`));
  }
  return {
    url,
    feeds: lists.map((_, index) =>
      FeedSettings.parse({
        url: `${url}/feed-${index}.xml`,
        title: `Harbour council ${index}`,
        outletId: 'harbour-council',
        outletName: 'Harbour council',
        relation: 'unknown',
        language: 'en',
      }),
    ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Entry {
  path: string;
  title: string;
  date: string;
}

function writeFeed(url: string, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ path, title, date }) =>
      `<item><title>${title}</title><link>${url}${path}</link><guid>${url}${path}</guid><pubDate>${date}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour council</title><link>${url}/</link>${items.join('')}</channel></rss>`;
}

function writePage(title: string, canonical: string): string {
  const paragraphs = ['The council sat for two hours.', 'It heard the harbour master on dredging and on the new quay.'];
  const text = paragraphs.map((line) => `<p>${`${line} `.repeat(6)}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="${canonical}"></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
}
