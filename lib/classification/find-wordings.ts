import type { WordingFact } from './facts.ts';
import { isDenied } from './is-denied.ts';
import { type FactField, spanOf } from './read-fact-field.ts';

/** Words before and after a wording in which a doubt belongs to it: "the alleged massacre". */
const HEDGE_REACH = { before: 3, after: 2 };

/**
 * What the text calls the killings, one fact for each wording, voice, doubt and denial, with its first place. Sentences about
 * another event, repeated lines and names of bodies are left out.
 */
export function findWordings(fields: readonly FactField[]): WordingFact[] {
  const facts = new Map<string, WordingFact>();
  for (const field of fields) {
    for (const { value, ruleId, firstWord, lastWord } of field.find('wording', 0, field.text.words.length)) {
      const sentence = field.sentenceAt(firstWord);
      if (!sentence || sentence.kind === 'repeated' || isPartOfName(field, firstWord)) continue;
      const bounds: [number, number] = [sentence.firstWord, sentence.endWord - 1];
      if (field.has('other-event', ...bounds) && !field.has('anchor', ...bounds)) continue;
      const span = spanOf(field, firstWord, lastWord);
      const voice = field.isQuoted(span.start) ? 'quotation' : 'outlet';
      const isHedged =
        field.has('hedge', Math.max(bounds[0], firstWord - HEDGE_REACH.before), firstWord - 1) ||
        field.has('hedge', lastWord + 1, Math.min(bounds[1], lastWord + HEDGE_REACH.after));
      const denied = isDenied(field, [firstWord, lastWord], bounds);
      const key = `${value} ${voice} ${isHedged} ${denied}`;
      const known = facts.get(key);
      if (known) known.count += 1;
      else {
        const told = { ruleId, wording: String(value), voice, isHedged, ...(denied && { isDenied: denied }) } as const;
        facts.set(key, { ...span, ...told, count: 1 });
      }
    }
  }
  return [...facts.values()].toSorted((a, b) => b.count - a.count);
}

/** "Justice for the Victims of the 1988 Massacre" calls nothing a massacre: it is a name. */
function isPartOfName(field: FactField, word: number): boolean {
  return field.find('organisation', word - 10, word - 1).some(({ lastWord }) => lastWord >= word);
}
