import type { Cue } from './cue-finder.ts';
import type { NameFact } from './facts.ts';
import { type FactField, spanOf } from './read-fact-field.ts';

/**
 * People and bodies of the register that the text names, the one named most first. A surname counts where the full name
 * stands, too; repeated lines do not.
 */
export function findNames(fields: readonly FactField[], nameOf: (id: string) => string): NameFact[] {
  const facts = new Map<string, NameFact>();
  const add = (field: FactField, { value, firstWord, lastWord, ruleId }: Cue, kind: NameFact['kind']) => {
    const id = String(value);
    const known = facts.get(id);
    if (known) known.count += 1;
    else facts.set(id, { ...spanOf(field, firstWord, lastWord), ruleId, id, kind, name: nameOf(id), count: 1 });
  };
  for (const kind of ['person', 'organisation'] as const) {
    for (const field of fields) for (const cue of countedCues(field, kind)) add(field, cue, kind);
  }
  for (const kind of ['person', 'organisation'] as const) {
    for (const field of fields) {
      const full = countedCues(field, kind);
      const taken = new Set(full.flatMap(({ firstWord, lastWord }) => [firstWord, lastWord]));
      for (const cue of countedCues(field, `${kind}-short`)) {
        if (facts.has(String(cue.value)) && !taken.has(cue.firstWord)) add(field, cue, kind);
      }
    }
  }
  return [...facts.values()].toSorted((a, b) => b.count - a.count);
}

function countedCues(field: FactField, kind: string): Cue[] {
  return field
    .find(kind, 0, field.text.words.length)
    .filter(({ firstWord }) => field.sentenceAt(firstWord)?.kind !== 'repeated');
}
