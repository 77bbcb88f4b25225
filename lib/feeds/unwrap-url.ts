/** Where an address carries another whole address: click counters of aggregators, by host and path. */
const COUNTERS: readonly { host: RegExp; path: string; parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: '/url', parameters: ['url', 'q'] },
  { host: /^lm?\.facebook\.com$/, path: '/l.php', parameters: ['u'] },
  { host: /^(?:www\.)?bing\.com$/, path: '/news/apiclick.aspx', parameters: ['url'] },
];

/**
 * The publisher's address inside a click counter's or an AMP cache's address: Google Alerts, Bing News, Facebook,
 * `google.com/amp/s/…`, `*.cdn.ampproject.org/c/s/…`.
 *
 * @returns undefined when the address stands for itself
 * @see https://developers.google.com/amp/cache/overview
 */
export function unwrapUrl(url: URL): URL | undefined {
  const inside = insideCounter(url) ?? insideAmpCache(url);
  const found = inside === undefined ? null : URL.parse(inside);
  return found && /^https?:$/.test(found.protocol) ? found : undefined;
}

function insideCounter(url: URL): string | undefined {
  const counter = COUNTERS.find(({ host, path }) => path === url.pathname && host.test(url.hostname));
  const values = counter?.parameters.map((name) => url.searchParams.get(name)) ?? [];
  return values.find((value) => value !== null && /^https?:\/\//i.test(value)) ?? undefined;
}

function insideAmpCache(url: URL): string | undefined {
  const isCache = url.hostname.endsWith('.cdn.ampproject.org');
  const isViewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!isCache && !isViewer) return undefined;
  const [, , ...rest] = url.pathname.split('/');
  const isSecure = rest[0] === 's';
  const target = rest.slice(isSecure ? 1 : 0).join('/');
  if (!/^[^/]+\.[^/]+/.test(target)) return undefined;
  return `${isSecure ? 'https' : 'http'}://${target}${url.search}`;
}
