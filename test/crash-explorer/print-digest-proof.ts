import type { Exploration } from './explore-digest.ts';
import { countFaults } from './judge-life.ts';
import { type DigestProof, SEED } from './prove-digest.ts';

/** One line for the whole, one for each part of it, one for each defence that was removed. */
export function printDigestProof({ singles, samples, embedded, without, problems }: DigestProof): string {
  const runs = singles.lives + samples.lives + embedded.lives;
  const points = singles.crashPoints + embedded.crashPoints;
  const batches = singles.batches + samples.batches + embedded.batches;
  const partial = singles.partialAnswers + samples.partialAnswers + embedded.partialAnswers;
  const faults = [singles, samples, embedded].map(({ verdict }) => verdict);
  const sum = (what: keyof Exploration['verdict']) => faults.reduce((total, verdict) => total + verdict[what], 0);
  return [
    `digest: ${runs} runs, ${points} crash points, doubles ${sum('doubles')}, lost ${sum('lostMails')}, articles lost ${sum('lostArticles')}, twice ${sum('articlesTwice')}, mails after unsubscribe ${sum('afterUnsubscribe')}; of a day that was over ${sum('staleMails')}, other bytes ${sum('otherBytes')}, ends unsaid ${sum('unsaid')}`,
    `  one fault at every port call: ${singles.lives} runs`,
    `  up to three faults, ticks and events in every way (seed ${SEED}): ${samples.lives} runs; ${samples.verdict.carriedFromUnknown} articles came again because SES’s word of their first mail was lost or a day late`,
    `  on dynalite, one fault each: ${embedded.lives} runs`,
    `  through the functions’ handlers: ${batches} batches of several of SES’s events, ${partial} of them given back in part`,
    ...Object.entries(without).map(([name, exploration]) => withoutLine(name, exploration)),
    ...problems.map((problem) => `PROBLEM: ${problem}`),
    problems.length === 0
      ? 'proved'
      : `not proved: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
  ].join('\n');
}

function withoutLine(name: string, { lives, verdict }: Exploration): string {
  const { carriedFromUnknown: _, ...faults } = verdict;
  const kinds = Object.entries(faults).filter(([, count]) => count > 0);
  const count = countFaults(verdict);
  const detail = kinds.map(([what, of]) => `${what} ${of}`).join(', ');
  return `  ${name}: ${count > 0 ? `caught, ${count} promises broken` : 'NOT caught'} in ${lives} runs${count > 0 ? ` (${detail})` : ''}`;
}
