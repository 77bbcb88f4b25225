import { findSpeakers, type SpeakerPhrase } from './find-speakers.ts';
import type { Clause } from './quotation-clauses.ts';
import type { FactField } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';

const AGENT = /^(?:by|par|von|av|af|door|por|da|dal|dalla|dall)$/u;
const AGENT_REACH = 6;

/** "was described to their faces by Montazeri". */
export function agentBehind(
  field: FactField,
  clause: Clause,
  verb: number,
  language: string,
): SpeakerPhrase | undefined {
  for (let word = verb + 1; word <= Math.min(verb + AGENT_REACH, clause.lastWord); word += 1) {
    if (/[,.;،]/u.test(gapAfter(field, word - 1))) return undefined;
    if (!AGENT.test(wordAt(field, word))) continue;
    const [first] = findSpeakers(field, { firstWord: word + 1, lastWord: clause.lastWord }, language, 'agent');
    return first && first.firstWord <= word + 2 ? first : undefined;
  }
  return undefined;
}

/** "Raisi was called", "Noury was told": who is named before it does not speak. */
export const isDoneTo = (field: FactField, clause: Clause, verb: number, language: string): boolean =>
  language === 'en' &&
  verb > clause.firstWord &&
  /^(?:is|are|was|were|be|been|being)$/u.test(wordAt(field, verb - 1)) &&
  !wordAt(field, verb).endsWith('ing');
