import { isDeepStrictEqual } from 'node:util';
import type { CloudStage } from './cloud-stage.ts';
import type { Played } from './play-scenario.ts';
import { wantedStatuses } from './read-page.ts';

/** What must have come of a run, beyond that every call was allowed: one sentence for each thing that did not. */
export function findRunProblems({ stack }: CloudStage, played: Played): string[] {
  const mailed = played.mails.map(({ to }) => to.join()).sort();
  const stages = stack.functions.map((pool) => ({ ...pool.deployed, invocations: pool.invocations() }));
  const isTracedAt = (stage: string) => stack.segments.some(({ name }) => name === `## ${stage}`);
  return [
    ...stack.faults,
    ...stages.flatMap(({ stage, invocations }) => (invocations === 0 ? [`${stage} was never asked`] : [])),
    ...stages.flatMap(({ stage, isTraced }) => (isTraced && !isTracedAt(stage) ? [`${stage} left no trace`] : [])),
    ...[...stack.lines].flatMap(([stage, lines]) => lines.filter(isNoJson).map((line) => `${stage} printed: ${line}`)),
    ...differs('coverage that the newsroom has and the table has not', missing(played), []),
    ...differs('digests', mailed, ['bounce@simulator.amazonses.com', 'leaving@vigil.example', 'reader@vigil.example']),
    ...differs('readers', played.readers, wantedReaders),
    ...differs(
      'ticks of send-digests',
      [...played.ticks.map(({ status }) => status)],
      ['response', 'response', 'error'],
    ),
    ...differs('answers of the page', played.page, wantedStatuses),
    ...(namesItsSource(stack.lines.get('send-digests') ?? []) ? [] : ['an error does not name the line of the source']),
  ];
}

const wantedReaders: Played['readers'] = {
  reads: 'active',
  leaves: 'unsubscribed',
  bounces: 'suppressed',
  misses: 'active',
};

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
