import { isWrong, type JudgedText } from './judged-text.ts';
import type { Lexicon } from './lexicon.ts';
import { numberAt, type RuleChange, weightPath } from './rule-change.ts';

/** Steps that are tried of the threshold itself, of those beside it, and of a weight. */
const THRESHOLD_STEPS = [-3, -2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2, 3];
const POINT_STEPS = [-1, -0.5, 0.5, 1];
const WEIGHT_STEPS = [-2, -1, 1, 2];
/** Rules that are tried: those that stand in most of the texts that were judged wrongly. */
const MOST_RULES = 60;

/**
 * Single changes that may mend a wrong judgement: every threshold by a step or two, and the weights of the rules that stand
 * in wrongly judged texts, each in the direction that helps.
 */
export function candidateChanges(lexicon: Lexicon, texts: readonly JudgedText[]): RuleChange[] {
  const changes: RuleChange[] = [];
  const add = (path: readonly string[], to: (from: number) => number, isAllowed: (to: number) => boolean) => {
    const from = numberAt(lexicon, path);
    if (from === undefined) return;
    const value = Math.round(to(from) * 100) / 100;
    if (value !== from && isAllowed(value)) changes.push({ path, from, to: value });
  };
  for (const step of THRESHOLD_STEPS) {
    add(
      ['thresholds', 'relevant'],
      (from) => from + step,
      (to) => to > 0,
    );
  }
  for (const step of POINT_STEPS) {
    for (const name of ['mention', 'subjectSentence']) {
      add(
        ['thresholds', name],
        (from) => from + step,
        (to) => to > 0,
      );
    }
  }
  for (const [ruleId, missed] of wrongRules(texts)) {
    const path = weightPath(ruleId);
    if (!path) continue;
    const isCounter = path[0] === 'confusables';
    const bounds = isCounter ? { low: -20, high: 0 } : { low: 0, high: 20 };
    const isAllowed = (to: number) => to >= bounds.low && to <= bounds.high;
    for (const step of WEIGHT_STEPS.filter((one) => (missed ? one > 0 : one < 0))) {
      add(path, (from) => from + step, isAllowed);
    }
    // All the way: as if there were no such rule.
    if (missed === isCounter) add(path, () => 0, isAllowed);
  }
  return unlike(changes);
}

/** Rules of wrongly judged texts, each with whether it stands in missed ones rather than in false ones; the most frequent first. */
function wrongRules(texts: readonly JudgedText[]): [ruleId: string, missed: boolean][] {
  const counts = new Map<string, number>();
  for (const text of texts.filter(isWrong)) {
    for (const ruleId of text.ruleIds) {
      const key = `${ruleId} ${text.isRelevant}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([keyA, a], [keyB, b]) => b - a || keyA.localeCompare(keyB))
    .slice(0, MOST_RULES)
    .map(([key]) => {
      const [ruleId = '', isRelevant] = key.split(' ');
      return [ruleId, isRelevant === 'true'];
    });
}

function unlike(changes: readonly RuleChange[]): RuleChange[] {
  return [...new Map(changes.map((change) => [`${change.path.join('/')} ${change.to}`, change])).values()];
}
