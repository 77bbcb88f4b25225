import type { Deadline } from './deadline.ts';
import { explainFailure } from './explain-failure.ts';
import type { DocumentKind } from './fetch-limits.ts';
import type { HostGate } from './host-gate.ts';
import { clampRetryAfter } from './read-retry-after.ts';
import { type AddressRules, bareHost, readWebAddress } from './read-web-address.ts';
import { type OnceNeeds, type OnceOutcome, requestOnce } from './request-once.ts';
import type { FetchFailed, FetchOutcome, FetchRefused } from './web-fetcher.ts';

export interface ChainRequest {
  kind: DocumentKind;
  url: string;
  /** Go to the first address and to others of its origin, never further. */
  conditions: Readonly<Record<string, string>>;
  deadline: Deadline;
  /** Asked at every address that passed the rules; an outcome ends the chain before anything is sent. */
  mayAsk?: (url: URL) => Promise<FetchRefused | FetchFailed | undefined>;
}

export interface ChainNeeds extends OnceNeeds {
  gate: HostGate;
  rules: AddressRules;
}

/** Waits for the host's turn, then asks. The operator's own origins take no turns. */
async function askInTurn(url: URL, request: ChainRequest, origin: string, needs: ChainNeeds) {
  const host = bareHost(url);
  const isAllowedOrigin = needs.rules.allowedOrigins.has(url.origin);
  const { deadline, kind } = request;
  const conditions = url.origin === origin ? request.conditions : {};
  const ask = () => requestOnce(url, { kind, isAllowedOrigin, conditions, deadline }, needs);
  if (isAllowedOrigin) return ask();

  const leave = await deadline.pausedFor(() => needs.gate.enter(host, deadline.signal));
  try {
    const quiet = needs.gate.quietSeconds(host);
    if (quiet > 0) return stillQuiet(host, quiet);
    const outcome = await ask();
    if (outcome.status === 'failed' && outcome.retryAfterSeconds !== undefined) {
      needs.gate.leaveAlone(host, outcome.retryAfterSeconds);
    }
    return outcome;
  } finally {
    leave();
  }
}

function stillQuiet(host: string, seconds: number): FetchFailed {
  const detail = `${host} asked for patience; ${seconds} seconds are left`;
  return { status: 'failed', reason: 'throttled', detail, retryAfterSeconds: clampRetryAfter(seconds) };
}

const tooMany = (detail: string): FetchRefused => ({ status: 'refused', reason: 'too-many-redirects', detail });

/**
 * Asks an address and goes where it redirects, every address through the same rules. Only Location is followed.
 */
export async function followRedirects(request: ChainRequest, needs: ChainNeeds): Promise<FetchOutcome> {
  const start = readWebAddress(request.url, needs.rules);
  if (!(start instanceof URL)) return start;

  const seen = new Set<string>();
  let url = start;
  let isPermanent = true;
  for (;;) {
    if (seen.has(url.href)) return tooMany(`redirects in a circle at ${url.host}`);
    if (seen.size > needs.limits.redirects) return tooMany(`more than ${needs.limits.redirects} redirects`);
    seen.add(url.href);

    let outcome: OnceOutcome | FetchRefused;
    try {
      const objection = await request.mayAsk?.(url);
      if (objection) return objection;
      outcome = await askInTurn(url, request, start.origin, needs);
    } catch (error) {
      return explainFailure(error, bareHost(url), request.deadline);
    }
    const movedPermanentlyTo = url !== start && isPermanent ? url.href : undefined;
    if (outcome.status === 'fetched' || outcome.status === 'not-modified') return { ...outcome, movedPermanentlyTo };
    if (outcome.status !== 'redirect') return outcome;

    isPermanent &&= outcome.isPermanent;
    if (outcome.location === '') {
      return { status: 'failed', reason: 'server-error', detail: `${url.host} redirects without saying where` };
    }
    const next = readWebAddress(outcome.location, needs.rules, url);
    if (!(next instanceof URL)) return { ...next, detail: `redirected by ${url.host}: ${next.detail}` };
    url = next;
  }
}
