import type { WebFetcher } from '../http/web-fetcher.ts';
import { countUsage } from './usage-meter.ts';

/** Counts the bytes of what was fetched, as they are after decompression. */
export function meteredFetcher(fetcher: WebFetcher): WebFetcher {
  const fetchAndCount: WebFetcher['fetch'] = async (request) => {
    const outcome = await fetcher.fetch(request);
    if (outcome.status === 'fetched') countUsage({ bytesFetched: outcome.bytes.byteLength });
    return outcome;
  };
  return { fetch: fetchAndCount };
}
