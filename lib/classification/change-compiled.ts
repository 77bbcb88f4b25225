import type { CompiledLanguage, CompiledLexicon } from './compile-lexicon.ts';
import { type RuleChange, ruleOfChange } from './rule-change.ts';

/**
 * A compiled lexicon with one number changed, at no cost: what is searched for in a text stays the same. It judges as
 * the changed lexicon would, compiled anew.
 */
export function changeCompiled(compiled: CompiledLexicon, change: RuleChange): CompiledLexicon {
  const ruleId = ruleOfChange(change);
  if (ruleId === undefined) return { ...compiled, thresholds: withNumber(compiled.thresholds, change) };
  const field = { [change.path.at(-1) ?? '']: change.to };
  const known = new Map<string, CompiledLanguage>();
  return {
    ...compiled,
    pairs: compiled.pairs.with(ruleId, field),
    language(name) {
      const changed = known.get(name) ?? reweigh(compiled.language(name), ruleId, field);
      known.set(name, changed);
      return changed;
    },
  };
}

function reweigh(language: CompiledLanguage, ruleId: string, field: Record<string, number>): CompiledLanguage {
  const own = language.meanings.find(({ term }) => term.ruleId === ruleId)?.term;
  if (!own) return language;
  // One for all forms of the term: it is no partner of its own.
  const term = { ...own, ...field };
  const meanings = language.meanings.map((meaning) => (meaning.term === own ? { ...meaning, term } : meaning));
  return { ...language, meanings };
}

/** `thresholds.relevant`, `thresholds.themes.denial` */
function withNumber(
  thresholds: CompiledLexicon['thresholds'],
  { path: [, name = '', part], to }: RuleChange,
): CompiledLexicon['thresholds'] {
  if (part === undefined) return { ...thresholds, [name]: to };
  return { ...thresholds, themes: { ...thresholds.themes, [part]: to } };
}
