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
export function findEvidence(field: ReadField, pairs: CompiledLexicon['pairs']): Evidence[] {
  const evidence: Evidence[] = [];
  let next = 0;
  for (const [index, sentence] of field.sentences.entries()) {
    const hits: TermHit[] = [];
    for (let hit = field.hits[next]; hit && hit.firstWord < sentence.endWord; hit = field.hits[++next]) hits.push(hit);
    for (const { term, firstWord, lastWord } of hits) {
      evidence.push(entry(term.ruleId, term.role, firstWord, lastWord, term.weight, term.themes));
    }
    if (namesOtherEventOnly(hits)) continue;
    for (const pair of pairs) {
      const closest = closestPair(hits, pair);
      if (closest) evidence.push(entry(pair.ruleId, 'pair', closest[0], closest[1], pair.weight, pair.themes));
    }
    function entry(
      ruleId: string,
      role: Evidence['role'],
      firstWord: number,
      lastWord: number,
      weight: number,
      themes: Evidence['themes'] | readonly Evidence['themes'][number][],
    ): Evidence {
      return { ruleId, role, field: field.field, sentence: index, firstWord, lastWord, weight, themes: [...themes] };
    }
  }
  return evidence;
}

/** "1988" and "massacre" beside "Halabja" speak of Halabja, unless prisoners or the event itself are named, too. */
function namesOtherEventOnly(hits: readonly TermHit[]): boolean {
  const has = (role: CompiledTerm['role']) => hits.some(({ term }) => term.role === role);
  return has('confusable') && !has('event') && !has('captive') && !has('noury');
}

function closestPair(hits: readonly TermHit[], { roles, within }: LexiconPair): [number, number] | undefined {
  const last: { [role: string]: TermHit | undefined } = {};
  let best: [number, number] | undefined;
  let bestGap = within + 1;
  for (const hit of hits) {
    const { role } = hit.term;
    if (role !== roles[0] && role !== roles[1]) continue;
    const partner = last[role === roles[0] ? roles[1] : roles[0]];
    const gap = partner ? Math.max(0, hit.firstWord - partner.lastWord - 1) : bestGap;
    if (partner && partner.term !== hit.term && gap < bestGap) {
      bestGap = gap;
      best = [partner.firstWord, Math.max(hit.lastWord, partner.lastWord)];
    }
    last[role] = hit;
  }
  return best;
}
