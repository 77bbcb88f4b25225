import { isDeepStrictEqual } from 'node:util';
import { confirmingStatuses } from './confirm-addresses.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { Played } from './play-scenario.ts';
import { wantedStatuses } from './read-page.ts';
import { BAND_POINTS } from './synthesise-bundled.ts';

/** What went wrong in a run, however far it came: one sentence each. */
export function findFaults({ faults, functions, lines }: DeployedStack): string[] {
  const failures = functions.flatMap(({ deployed: { stage }, failures }) =>
    failures.filter((reason) => !isPlayed(stage, reason)).map((reason) => `${stage} failed: ${reason}`),
  );
  const broken = [...lines].flatMap(([stage, printed]) =>
    printed.filter(isNoJson).map((line) => `${stage} printed: ${line}`),
  );
  return [...faults, ...new Set(failures), ...broken];
}

/** The one failure that belongs to the way: an edition whose mail is lost. */
const isPlayed = (stage: string, reason: string): boolean =>
  stage === 'send-digests' && /^AggregateError: 1 of \d+ readers not served$/.test(reason);

/** What must have come of a run that was played to its end, and did not: one sentence each. */
export function findShortcomings({ functions, segments, lines }: DeployedStack, played: Played): string[] {
  const mailed = played.mails.map(({ to }) => to.join()).sort();
  const stages = functions.map((pool) => ({ ...pool.deployed, invocations: pool.invocations() }));
  const isTracedAt = (stage: string) => segments.some(({ name }) => name === `## ${stage}`);
  const ticks = played.ticks.map(({ status }) => status);
  return [
    ...stages.flatMap(({ stage, invocations }) => (invocations === 0 ? [`${stage} was never asked`] : [])),
    ...stages.flatMap(({ stage, isTraced }) => (isTraced && !isTracedAt(stage) ? [`${stage} left no trace`] : [])),
    ...differs('coverage that the newsroom has and the table has not', missing(played), []),
    ...differs('opinions of passing mentions', opinionsOf(played), ['far: nothing', 'near: relevant']),
    ...differs('mails', mailed, wantedMails),
    ...differs('readers', played.readers, wantedReaders),
    ...differs('ticks of send-digests', ticks, [...Array(5).fill('response'), 'error']),
    ...differs('answers of the page', played.page, { ...wantedStatuses, ...confirmingStatuses }),
    ...(namesItsSource(lines.get('send-digests') ?? []) ? [] : ['an error does not name the line of the source']),
  ];
}

/** The page whose server fails was put off: it waits for its next try, and nothing else is left or given up. */
export const findLeftovers = (left: Readonly<Record<string, number>>): string[] =>
  differs('messages left in queues', left, { QueuesArticles: 1 });

const wantedReaders: Played['readers'] = {
  reads: 'active',
  leaves: 'unsubscribed',
  bounces: 'suppressed',
  misses: 'active',
  moves: 'active',
  signsUp: 'active',
};

/** A digest each; the mails to confirm, and the word to the former address. */
const wantedMails = [
  'bounce@simulator.amazonses.com',
  'complaint@simulator.amazonses.com',
  'leaving@vigil.example',
  'moved@vigil.example',
  'moving@vigil.example',
  'moving@vigil.example',
  'reader@vigil.example',
  'signs-up@vigil.example',
  'signs-up@vigil.example',
];

/** What the model said of what only mentions the subject, and stays that: near the threshold and far from it, each once. */
const opinionsOf = ({ coverage }: Played): string[] =>
  [
    ...new Set(
      coverage
        .filter(({ relevance }) => relevance === 'passing-mention')
        .map(({ score, threshold, secondOpinion }) => {
          const isNear = Math.abs(score - threshold) <= BAND_POINTS;
          return `${isNear ? 'near' : 'far'}: ${secondOpinion?.verdict ?? 'nothing'}`;
        }),
    ),
  ].sort();

const missing = ({ coverage, wanted }: Played): string[] => {
  const titles = new Set(coverage.map(({ title }) => title));
  return wanted.filter((title) => !titles.has(title));
};

function differs(what: string, found: unknown, wanted: unknown): string[] {
  if (isDeepStrictEqual(found, wanted)) return [];
  return [`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
}

function isNoJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) !== 'object';
  } catch {
    return true;
  }
}

/** Of minified code a stack says nothing; with its source map it says where to look. */
const namesItsSource = (lines: readonly string[]): boolean =>
  lines.some((line) => line.includes('AggregateError') && /\/lib\/digest\/send-digests\.ts:\d+/.test(line));
