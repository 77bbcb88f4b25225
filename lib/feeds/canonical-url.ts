import { createHash } from 'node:crypto';
import { getDomain } from 'tldts';
import { isTrackingParameter } from './tracking-parameters.ts';
import { unwrapUrl } from './unwrap-url.ts';

/** Longer addresses are compared as they are: no publisher writes one, and each step costs time. */
const MAX_URL_CHARS = 8_192;

/**
 * One address for the same article: without tracking parameters, fragment, AMP and mobile marks, default port, index
 * file and final slash; the query sorted, percent-encoding in one form. Parameters that can name an article stay, and
 * so does the scheme (`articleIdOf` does not look at it).
 *
 * @returns the text itself when it is not an http(s) address
 */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  let parsed = trimmed.length > MAX_URL_CHARS ? null : URL.parse(trimmed);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return trimmed;
  for (let inside = unwrapUrl(parsed); inside; inside = unwrapUrl(inside)) parsed = inside;
  const host = canonicalHost(parsed);
  const query = canonicalQuery(parsed);
  // A hash-bang names the article in pages that are one script.
  const fragment = parsed.hash.startsWith('#!') ? parsed.hash : '';
  const canonical = `${parsed.protocol}//${host}${canonicalPath(parsed.pathname, query !== '')}${query}${fragment}`;
  // One step can uncover work for another (an AMP mark before an index file); each round removes something.
  return canonical === trimmed || canonical.length > MAX_URL_CHARS ? canonical : canonicalUrl(canonical);
}

/** First 32 hex digits of SHA-256 over the address without its scheme and `www.`: the same article either way. */
export function articleIdOf(canonicalUrl: string): string {
  return hashAddress(canonicalUrl).slice(0, 32);
}

/** First 16 hex digits of SHA-256 over the canonical address, without scheme and `www.` as well. */
export function feedIdOf(url: string): string {
  return hashAddress(canonicalUrl(url)).slice(0, 16);
}

function hashAddress(canonical: string): string {
  return createHash('sha256')
    .update(canonical.replace(/^https?:\/\/(?:www\.)?/, ''))
    .digest('hex');
}

/** `m.`, `mobile.` and `amp.` go where a whole registrable name is left: `m.example.org`, `fa.m.example.org`. */
function canonicalHost(url: URL): string {
  const name = url.hostname.replace(/\.+$/, '');
  const domain = getDomain(name, { allowPrivateDomains: true });
  if (!domain || domain === name) return name + (url.port && `:${url.port}`);
  const labels = name.slice(0, -domain.length - 1).split('.');
  const kept = labels.filter((label) => !/^(?:m|mobile|amp)$/.test(label));
  return [...kept, domain].join('.') + (url.port && `:${url.port}`);
}

function canonicalPath(path: string, hasQuery: boolean): string {
  const segments = path
    .replace(/;jsessionid=[^/;]*/gi, '')
    .split('/')
    .map((segment) => canonicalPercents(segment));
  while (segments.length > 0 && isEmptyEnding(segments.at(-1) as string, hasQuery)) segments.pop();
  const last = segments.pop()?.replace(/(?:\.amp)+(\.html?)?$/i, '$1');
  if (last !== undefined) segments.push(last);
  // A slash doubled by joining a base and a path; an address inside the path keeps its own.
  const kept = segments.some((segment) => segment.endsWith(':')) ? segments : segments.filter((s) => s !== '');
  if (kept.length > 1 && kept[0] === 'amp') kept.shift();
  return `/${kept.join('/').replace(/^\/+/, '')}`;
}

/** With a query, `index.php` may be what reads it. */
function isEmptyEnding(segment: string, hasQuery: boolean): boolean {
  if (segment === '' || /^(?:amp|index\.html?)$/i.test(segment)) return true;
  return !hasQuery && /^(?:index\.(?:php|aspx?|jsp)|default\.(?:html?|aspx?))$/i.test(segment);
}

function canonicalQuery(url: URL): string {
  const isBlogger = /\.blogspot\.[a-z.]+$/.test(url.hostname);
  const kept = url.search
    .slice(1)
    .split('&')
    // Left over where a feed escaped its ampersands twice.
    .map((part) => canonicalPercents(part.replace(/^(?:amp;)+/i, '')).replaceAll('%20', '+'))
    .filter((part) => {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      return part !== '' && !isTrackingParameter(name, value) && !(isBlogger && name === 'm' && /^[01]$/.test(value));
    })
    .map((part) => ({ part, name: part.split('=', 1)[0] as string }));
  if (kept.length === 0) return '';
  kept.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return `?${kept.map(({ part }) => part).join('&')}`;
}

/** Escapes of letters, digits and `-._~` are undone, all others written with capital digits, as RFC 3986 §6.2.2 asks. */
function canonicalPercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return encodeURIComponent(decodeURIComponent(run).normalize('NFC'));
    } catch {
      // A slug cut in the middle of a character.
      return run.toUpperCase();
    }
  });
}
