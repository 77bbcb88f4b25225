import { getDomain } from 'tldts';

/** @returns the absolute http(s) address, undefined for anything else */
export function pageAddress(href: string | undefined, base: string): string | undefined {
  if (!href?.trim()) return undefined;
  const url = URL.parse(href.trim(), URL.canParse(base) ? base : undefined);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return url.href;
}

/** Whether one owner answers for both: the same registrable domain, or the same host where there is none (addresses). */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [URL.parse(one), URL.parse(other)];
  if (!first || !second) return false;
  const domain = getDomain(first.hostname, { allowPrivateDomains: true });
  if (!domain) return first.host === second.host;
  return domain === getDomain(second.hostname, { allowPrivateDomains: true });
}

/** A canonical address; one that leaves the site, or points an article at the home page, is a template's mistake. */
export function ownAddress(value: string, url: string): string | undefined {
  const address = pageAddress(value, url);
  if (!address || !isSameSite(address, url)) return undefined;
  const isHome = new URL(address).pathname === '/' && !new URL(address).search;
  return isHome && URL.parse(url)?.pathname !== '/' ? undefined : address;
}
