import { pageAddress } from './page-address.ts';

const MAX_LINKS = 100;

/** http(s) addresses on other hosts, each once, in order, at most 100. */
export function outboundLinks(hrefs: readonly string[], pageUrl: string): string[] {
  const own = bareHost(pageUrl);
  const links = new Set<string>();
  for (const href of hrefs) {
    const address = pageAddress(href, pageUrl);
    if (!address || bareHost(address) === own) continue;
    links.add(address);
    if (links.size === MAX_LINKS) break;
  }
  return [...links];
}

function bareHost(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');
}
