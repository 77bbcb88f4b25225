import robotsParserModule from 'robots-parser';
import type { Deadline } from './deadline.ts';
import { type ChainNeeds, followRedirects } from './follow-redirects.ts';
import { bareHost } from './read-web-address.ts';
import { selectRobotsRules } from './select-robots-rules.ts';
import type { FetchFailed, FetchOutcome, FetchRefused } from './web-fetcher.ts';

/** Product token of the User-Agent, as robots.txt files name it. */
const PROGRAM = 'vigil';

/** The package is CommonJS and exports the function itself; its types say that it is an ES module's default. */
const parseRobots = robotsParserModule as unknown as typeof robotsParserModule.default;

/** @see https://www.rfc-editor.org/rfc/rfc9309#section-2.4 */
const KEPT_SECONDS = 24 * 3600;
const FAILURE_KEPT_SECONDS = 600;
const MAX_CRAWL_DELAY_SECONDS = 30;
const MAX_ORIGINS = 1000;

/** What one origin's robots.txt says, or why nobody knows for now. */
type Rules = { robot: ReturnType<typeof parseRobots> } | { unknown: FetchFailed };

interface Kept {
  rules: Promise<Rules>;
  /** Epoch milliseconds; infinite while it is being fetched. */
  until: number;
}

/**
 * What an answer to the question for robots.txt means: a missing file (4xx, or redirects that lead nowhere) allows
 * everything; a server in trouble or out of reach forbids everything for now.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
function readRules(robotsUrl: string, outcome: FetchOutcome): Rules {
  if (outcome.status === 'fetched') {
    const text = selectRobotsRules(new TextDecoder().decode(outcome.bytes), PROGRAM);
    return { robot: parseRobots(robotsUrl, text) };
  }
  const isInTrouble =
    outcome.status === 'failed' &&
    ['server-error', 'throttled', 'too-slow', 'cut-short', 'unreachable'].includes(outcome.reason);
  if (!isInTrouble) return { robot: parseRobots(robotsUrl, '') };
  const detail = `robots.txt cannot be read, so that nothing is asked for now: ${outcome.detail}`;
  return { unknown: { ...outcome, detail } };
}

function keptSeconds(rules: Rules, hadTime: boolean): number {
  if (!('unknown' in rules)) return KEPT_SECONDS;
  return hadTime ? Math.min(rules.unknown.retryAfterSeconds ?? FAILURE_KEPT_SECONDS, FAILURE_KEPT_SECONDS) : 0;
}

type RobotsCheck = (url: URL, deadline: Deadline) => Promise<FetchRefused | FetchFailed | undefined>;

/**
 * Asks each origin for its robots.txt, through the same guard as everything else, and remembers the answer in this
 * process: 24 hours, or 10 minutes when the origin was in trouble. Sets the host's Crawl-delay, up to 30 seconds.
 *
 * @returns a check whose outcome is undefined when the address may be asked
 */
export function createRobotsCheck(needs: ChainNeeds): RobotsCheck {
  const origins = new Map<string, Kept>();

  async function load(robotsUrl: string, deadline: Deadline): Promise<Rules> {
    const request = { kind: 'robots', url: robotsUrl, conditions: {}, deadline } as const;
    return readRules(robotsUrl, await followRedirects(request, needs));
  }

  function rulesOf(url: URL, deadline: Deadline): Promise<Rules> {
    const kept = origins.get(url.origin);
    // Another chain's question is waited for with our clock stopped: it runs on that chain's clock.
    if (kept && kept.until > needs.now()) return deadline.pausedFor(() => kept.rules);
    // A chain that came here with little time left must not speak for the origin.
    const hadTime = deadline.secondsLeft() > deadline.seconds / 2;
    const entry: Kept = { rules: load(`${url.origin}/robots.txt`, deadline), until: Number.POSITIVE_INFINITY };
    origins.delete(url.origin);
    origins.set(url.origin, entry);
    const oldest = origins.keys().next().value;
    if (origins.size > MAX_ORIGINS && oldest !== undefined) origins.delete(oldest);
    return entry.rules.then(
      (rules) => {
        entry.until = needs.now() + keptSeconds(rules, hadTime) * 1000;
        return rules;
      },
      (error) => {
        origins.delete(url.origin);
        throw error;
      },
    );
  }

  return async (url, deadline) => {
    const rules = await rulesOf(url, deadline);
    if ('unknown' in rules) return rules.unknown;
    if (rules.robot.isAllowed(url.href, PROGRAM) === false) {
      return { status: 'refused', reason: 'blocked-by-robots', detail: `blocked by robots.txt of ${url.host}` };
    }
    const delay = rules.robot.getCrawlDelay(PROGRAM);
    if (delay !== undefined) needs.gate.slowDown(bareHost(url), Math.min(delay, MAX_CRAWL_DELAY_SECONDS));
    return undefined;
  };
}
