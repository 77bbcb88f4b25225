import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FeedSettings } from '../../feeds/feed.ts';
import type { ParsedItem } from '../../feeds/parsed-feed.ts';
import { buildNewsroom, hoursBefore, type Resource } from './build-newsroom.ts';
import type { ArticleLabel, NewsroomOutlet } from './newsroom-outlet.ts';
import { articleUrl, placesOf } from './outlet-places.ts';
import { pastArticles, readOutlets } from './read-outlets.ts';

export interface Newsroom {
  /** Without a slash at the end. */
  url: string;
  feeds: FeedSettings[];
  /** What the feeds list. */
  articles: { url: string; label: ArticleLabel; language: string; title: string }[];
  /** What they listed before, the oldest first, as it stood in the feed then. */
  past: { feedUrl: string; item: ParsedItem; seenAt: Date }[];
  close(): Promise<void>;
}

/**
 * Serves the invented outlets on 127.0.0.1 until closed.
 *
 * @param options.port any free one when absent
 * @param options.hasPast whether the outlets brought something in the days before as well
 * @param options.now what the articles' times of publication are counted back from
 * @throws InvalidInputError when a file of `outlets/` is not right
 */
export async function startNewsroom(options: { port?: number; hasPast?: boolean; now: Date }): Promise<Newsroom> {
  const outlets = readOutlets(undefined, options.hasPast ? pastArticles() : {});
  let resources = new Map<string, Resource>();
  const server = createServer((request, response) => answer(request, response, resources));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  resources = buildNewsroom(url, outlets, options.now);

  return {
    url,
    feeds: outlets.map((outlet) =>
      FeedSettings.parse({
        url: placesOf(url, outlet).feedUrl,
        title: outlet.name,
        outletId: outlet.id,
        outletName: outlet.name,
        relation: outlet.relation,
        language: outlet.language,
        note: outlet.note,
      }),
    ),
    articles: outlets.flatMap((outlet) =>
      outlet.articles.filter(isListed).map((article) => ({
        url: articleUrl(url, outlet, article.slug),
        label: article.label,
        language: article.language ?? outlet.language,
        title: article.title,
      })),
    ),
    past: outlets
      .flatMap((outlet) => pastOf(outlet, url, options.now))
      .sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime()),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

const isListed = ({ seenHoursAgo }: NewsroomOutlet['articles'][number]): boolean => seenHoursAgo === undefined;

function pastOf(outlet: NewsroomOutlet, origin: string, now: Date): Newsroom['past'] {
  return outlet.articles.flatMap(({ slug, title, hoursAgo, seenHoursAgo, paragraphs }) => {
    if (seenHoursAgo === undefined) return [];
    const link = articleUrl(origin, outlet, slug);
    const item = { id: link, link, title, summary: paragraphs[0], published: hoursBefore(now, hoursAgo).toISOString() };
    return [{ feedUrl: placesOf(origin, outlet).feedUrl, item, seenAt: hoursBefore(now, seenHoursAgo) }];
  });
}

function answer(request: IncomingMessage, response: ServerResponse, resources: ReadonlyMap<string, Resource>): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const resource = resources.get((request.url ?? '/').split('?')[0] ?? '/');
  if (!resource) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found\n');
    return;
  }
  const headers = { etag: resource.etag, 'last-modified': resource.lastModified.toUTCString() };
  if (isUnchanged(request, resource)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': resource.contentType,
    'content-length': resource.body.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : resource.body);
}

/** If-None-Match wins over If-Modified-Since. @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2 */
function isUnchanged(request: IncomingMessage, resource: Resource): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === resource.etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return Math.floor(resource.lastModified.getTime() / 1000) * 1000 <= since;
}
