import { candidateChanges } from './candidate-changes.ts';
import { changeCompiled } from './change-compiled.ts';
import { chooseChanges, type Proposals } from './choose-changes.ts';
import { type CompiledLexicon, compileLexicon } from './compile-lexicon.ts';
import { type JudgedText, judgeText, type LabelledText } from './judged-text.ts';
import type { Lexicon } from './lexicon.ts';
import { type RuleChange, ruleOfChange } from './rule-change.ts';

/**
 * Searches the single changes of the lexicon that mend most on labelled texts, with what they cost.
 *
 * @param onTried told after each change that was tried
 */
export function proposeChanges(
  lexicon: Lexicon,
  texts: readonly LabelledText[],
  onTried: (done: number, of: number) => void = () => {},
): Proposals {
  const compiled = compileLexicon(lexicon);
  const judged = texts.map((text) => judgeText(text, compiled));
  const changes = candidateChanges(lexicon, judged);
  const outcomes = changes.map((change, index) => {
    const outcome = { change, says: judgeWith(compiled, change, judged) };
    onTried(index + 1, changes.length);
    return outcome;
  });
  return chooseChanges(judged, outcomes);
}

/** A weight changes nothing about texts in which its rule does not stand, a threshold nothing about those without points. */
function judgeWith(compiled: CompiledLexicon, change: RuleChange, judged: readonly JudgedText[]): boolean[] {
  const ruleId = ruleOfChange(change);
  const changed = changeCompiled(compiled, change);
  return judged.map((text) => {
    const mayChange = ruleId === undefined ? text.hasPoints : text.ruleIds.includes(ruleId);
    return mayChange ? judgeText(text, changed).isSaidRelevant : text.isSaidRelevant;
  });
}
