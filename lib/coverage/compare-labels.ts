import { isDeepStrictEqual } from 'node:util';
import type { Match, Relevance } from '../classification/classification.ts';
import type { Labels } from './labels.ts';

/** What another rule set changes about an article, the weightiest thing alone. */
export const labelChanges = [
  'enters', // relevant now
  'leaves', // relevant before
  'mentions', // a passing mention, off topic before
  'mentions-no-more', // off topic, a passing mention before
  'themes',
  'score', // or the words behind it
  'facts', // or the language, or whether it is late
  'rule-set', // the version alone
  'none',
] as const;
export type LabelChange = (typeof labelChanges)[number];

export function compareLabels(before: Labels, after: Labels): LabelChange {
  const move = moveOf(before.relevance, after.relevance);
  if (move) return move;
  const differ = (...names: (keyof Labels)[]) => names.some((name) => !isDeepStrictEqual(before[name], after[name]));
  if (differ('themes')) return 'themes';
  if (differ('score', 'threshold', 'matches')) return 'score';
  if (differ('facts', 'keySentences', 'language', 'isLate', 'lateReason')) return 'facts';
  return differ('ruleSetVersion') ? 'rule-set' : 'none';
}

export function moveOf(before: Relevance, after: Relevance): LabelChange | undefined {
  if (before === after) return undefined;
  if (after === 'relevant') return 'enters';
  if (before === 'relevant') return 'leaves';
  return after === 'passing-mention' ? 'mentions' : 'mentions-no-more';
}

/** Rules that are named; a line of the terminal holds about so many. */
const NAMED_RULES = 3;

/**
 * `score 3.0 → 9.0 of 7.0 needed: +6.0 en/event/massacre “1988 massacre”`, the rules with the greatest differences first.
 *
 * @param before without its threshold where that is not known any more
 */
export function explainMove(
  before: { score?: number | undefined; threshold?: number; matches: readonly Match[] },
  after: Pick<Labels, 'score' | 'threshold' | 'matches'>,
): string {
  const differences = new Map<string, { points: number; words: string }>();
  const add = ({ ruleId, points, words }: Match, sign: 1 | -1) => {
    const former = differences.get(ruleId);
    differences.set(ruleId, { points: (former?.points ?? 0) + sign * points, words });
  };
  for (const match of before.matches) add(match, -1);
  for (const match of after.matches) add(match, 1);
  const rules = [...differences]
    .filter(([, { points }]) => Math.abs(points) >= 0.05)
    .sort(([, a], [, b]) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, NAMED_RULES)
    .map(
      ([ruleId, { points, words }]) => `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} ${ruleId} “${words}”`,
    );
  const from = before.score === undefined ? '' : `${before.score.toFixed(1)} → `;
  const { threshold: needed = after.threshold } = before;
  const needs = needed === after.threshold ? '' : `${needed.toFixed(1)} → `;
  const scores = `score ${from}${after.score.toFixed(1)} of ${needs}${after.threshold.toFixed(1)} needed`;
  return rules.length === 0 ? scores : `${scores}: ${rules.join(', ')}`;
}
