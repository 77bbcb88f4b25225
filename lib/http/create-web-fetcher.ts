import { lookup } from 'node:dns/promises';
import { setTimeout as sleepFor } from 'node:timers/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { startDeadline } from './deadline.ts';
import { FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts';
import { type ChainNeeds, followRedirects } from './follow-redirects.ts';
import { type ConnectorNeeds, dialAddress } from './guarded-connector.ts';
import { createHostGate, type HostGateNeeds } from './host-gate.ts';
import { bareHost } from './read-web-address.ts';
import { createRobotsCheck } from './robots-check.ts';
import type { FetchRequest, WebFetcher } from './web-fetcher.ts';

export interface WebFetcherOptions extends Partial<HostGateNeeds>, Partial<Omit<ConnectorNeeds, 'connectSeconds'>> {
  /** Where a publisher can reach the operator; stands in the User-Agent. */
  contactUrl: string;
  /** Between the end of one request to a host and the start of the next. */
  hostGapSeconds: number;
  /** Exact origins of the operator's own: no rule on host and port, no turns, no gap. robots.txt holds there too. */
  allowedOrigins: readonly string[];
  /** Why pages of this host are read whatever its robots.txt says; undefined, as for most, where it is obeyed. */
  robotsExceptionOf?: (host: string) => string | undefined;
  /** For tests. */
  limits?: Partial<FetchLimits>;
}

async function resolveName(host: string): Promise<string[]> {
  const answers = await lookup(host, { all: true, order: 'ipv4first' });
  return answers.map((answer) => answer.address);
}

async function sleepUntilAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleepFor(milliseconds, undefined, { signal });
}

/** Validators as headers; what cannot stand in a header is left out, so that the document comes whole. */
function readConditions(request: FetchRequest): Record<string, string> {
  const pairs: [string, string | undefined][] = [
    ['if-none-match', request.etag],
    ['if-modified-since', request.lastModified],
  ];
  const fits = (pair: [string, string | undefined]): pair is [string, string] =>
    pair[1] !== undefined && /^[\x20-\x7e]{1,1024}$/.test(pair[1]);
  return Object.fromEntries(pairs.filter(fits));
}

/**
 * The one HTTP client for outside addresses. Pages are asked for as robots.txt allows; feeds without it, because a
 * person subscribed to them: RFC 9309 is for crawlers that find addresses by themselves. Where the operator decided
 * otherwise for a host, its robots.txt is not asked, and the document says so.
 *
 * A host that sent Retry-After is not asked again before that time: further requests end as 'throttled' at once.
 */
export function createWebFetcher(options: WebFetcherOptions): WebFetcher & { close(): Promise<void> } {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? sleepUntilAborted;
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const needs: ChainNeeds = {
    userAgent: `Vigil/${packageJson.version} (+${options.contactUrl})`,
    limits,
    now,
    resolve: options.resolve ?? resolveName,
    dial: options.dial ?? dialAddress,
    gate: createHostGate(options.hostGapSeconds, { now, sleep }),
    rules: { allowedOrigins: new Set(options.allowedOrigins), urlChars: limits.urlChars },
  };
  const checkRobots = createRobotsCheck(needs);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  async function fetch(request: FetchRequest) {
    const deadline = startDeadline(limits.deadlineSeconds, closing.signal);
    const { kind, url } = request;
    const conditions = readConditions(request);
    let robotsException: string | undefined;
    async function mayAsk(hop: URL) {
      robotsException = options.robotsExceptionOf?.(bareHost(hop));
      return robotsException === undefined ? checkRobots(hop, deadline) : undefined;
    }
    try {
      const chain = { kind, url, conditions, deadline, ...(kind === 'page' && { mayAsk }) };
      const outcome = await followRedirects(chain, needs);
      return outcome.status === 'fetched' && robotsException !== undefined ? { ...outcome, robotsException } : outcome;
    } finally {
      deadline.stop();
    }
  }

  return {
    fetch(request) {
      const outcome = fetch(request);
      running.add(outcome);
      return outcome.finally(() => running.delete(outcome));
    },
    /** Ends what is under way as 'unreachable' and waits for it. */
    async close() {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}
