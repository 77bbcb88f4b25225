import type { Match } from './classification.ts';
import type { CompiledLexicon, CompiledTerm } from './compile-lexicon.ts';
import type { TermHit } from './find-terms.ts';
import type { FoldedText } from './fold-text.ts';
import type { LexiconPair } from './lexicon.ts';
import type { Sentence } from './split-sentences.ts';

/** One field of the input, read. */
export interface ReadField {
  field: Match['field'];
  original: string;
  text: FoldedText;
  sentences: readonly Sentence[];
  hits: readonly TermHit[];
}

/** What a rule found, before caps and factors. Words are places in the field's words, the last one included. */
export interface Evidence {
  ruleId: string;
  /** The role of a term, or `pair`. */
  role: CompiledTerm['role'] | 'pair';
  field: Match['field'];
  /** Place in the field's sentences. */
  sentence: number;
  firstWord: number;
  lastWord: number;
  weight: number;
  themes: Match['themes'];
}

/** Terms and pairs sentence by sentence. A pair counts once in a sentence, where its two terms stand closest. */
export function findEvidence({ field, sentences, hits: all }: ReadField, pairs: CompiledLexicon['pairs']): Evidence[] {
  const evidence: Evidence[] = [];
  let next = 0;
  for (const [sentence, { endWord }] of sentences.entries()) {
    const hits: TermHit[] = [];
    for (let hit = all[next]; hit && hit.firstWord < endWord; hit = all[++next]) hits.push(hit);
    for (const { term, firstWord, lastWord } of hits) {
      const { ruleId, role, weight, themes } = term;
      evidence.push({ ruleId, role, field, sentence, firstWord, lastWord, weight, themes: [...themes] });
    }
    const byRole: RoleHits = Map.groupBy(hits, ({ term }) => term.role);
    if (namesOtherEventOnly(byRole)) continue;
    for (const pair of pairs) {
      const closest = closestPair(byRole, pair);
      if (!closest) continue;
      const { ruleId, weight, themes } = pair;
      const [firstWord, lastWord] = closest;
      evidence.push({ ruleId, role: 'pair', field, sentence, firstWord, lastWord, weight, themes });
    }
  }
  return evidence;
}

/** "1988" and "massacre" beside "Halabja" speak of Halabja, unless prisoners or the event itself are named, too. */
function namesOtherEventOnly(byRole: RoleHits): boolean {
  return byRole.has('confusable') && !byRole.has('event') && !byRole.has('captive') && !byRole.has('noury');
}

function closestPair(byRole: RoleHits, { roles, within }: LexiconPair): [number, number] | undefined {
  const [first = [], second = []] = [byRole.get(roles[0]), byRole.get(roles[1])];
  let best: [number, number] | undefined;
  let bestGap = within + 1;
  let place = 0;
  for (const hit of first) {
    // Both lists run with the text: the closest partner is the last one before the hit or the next one after it.
    while (place + 1 < second.length && (second[place + 1]?.firstWord ?? 0) <= hit.firstWord) place += 1;
    for (const partner of [second[place], second[place + 1]]) {
      if (!partner || partner.term === hit.term) continue;
      const gap = Math.max(
        0,
        Math.max(hit.firstWord, partner.firstWord) - Math.min(hit.lastWord, partner.lastWord) - 1,
      );
      if (gap >= bestGap) continue;
      bestGap = gap;
      best = [Math.min(hit.firstWord, partner.firstWord), Math.max(hit.lastWord, partner.lastWord)];
    }
  }
  return best;
}

type RoleHits = ReadonlyMap<CompiledTerm['role'], TermHit[]>;
