import type { Theme } from './classification.ts';
import { foldText } from './fold-text.ts';
import type { Lexicon, LexiconPair, LexiconTerm, Role } from './lexicon.ts';
import { buildTermAutomaton, type TermAutomaton, type WordPattern } from './term-automaton.ts';

/** One entry of the lexicon, or one confusable event. */
export interface CompiledTerm {
  ruleId: string;
  role: Role | 'confusable';
  weight: number;
  themes: readonly Theme[];
  strength: number;
  impliesIran: boolean;
  unlockedBy: readonly string[];
}

/** A form as a chain of word patterns, given by their places in the automaton. */
interface Phrase {
  term: CompiledTerm;
  patterns: readonly number[];
  /** Place of its first pattern among the steps of all phrases. */
  firstStep: number;
  isShort: boolean;
}

export interface CompiledLanguage {
  automaton: TermAutomaton;
  phrases: readonly Phrase[];
  /** Phrases that have the pattern, and where in them. */
  uses: readonly (readonly { phrase: number; position: number }[])[];
  /** Patterns of all phrases together. */
  stepCount: number;
  impliesIran: boolean;
}

export interface CompiledLexicon extends Pick<Lexicon, 'version' | 'thresholds' | 'factors' | 'caps'> {
  pairs: readonly (LexiconPair & { ruleId: string })[];
  /** Whether the lexicon has terms of the language itself. */
  knows(language: string): boolean;
  /** The terms of the language and those of every language; compiled when first asked for. */
  language(language: string): CompiledLanguage;
}

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const compiled = new Map<string, CompiledLanguage>();
  const knows = (language: string) => language !== 'any' && lexicon.languages[language] !== undefined;
  return {
    version: lexicon.version,
    thresholds: lexicon.thresholds,
    factors: lexicon.factors,
    caps: lexicon.caps,
    pairs: Object.entries(lexicon.pairs).map(([name, pair]) => ({ ...pair, ruleId: `pairs/${name}` })),
    knows,
    language(language) {
      const name = knows(language) ? language : 'any';
      const known = compiled.get(name);
      if (known) return known;
      const fresh = compileLanguage(lexicon, name);
      compiled.set(name, fresh);
      return fresh;
    },
  };
}

const BARE = { themes: [], strength: 1, impliesIran: false, unlockedBy: [] };

function compileLanguage(lexicon: Lexicon, language: string): CompiledLanguage {
  const builder = new PhraseBuilder();
  for (const name of new Set(['any', language])) {
    for (const [key, term] of Object.entries(lexicon.languages[name]?.terms ?? {})) builder.addTerm(name, key, term);
  }
  for (const [name, { forms, weight }] of Object.entries(lexicon.confusables)) {
    const term = { ...BARE, ruleId: `confusables/${name}`, role: 'confusable' as const, weight };
    for (const form of forms) builder.add(form, term, false);
  }
  return {
    automaton: buildTermAutomaton(builder.patterns),
    phrases: builder.phrases,
    uses: builder.uses,
    stepCount: builder.stepCount,
    impliesIran: lexicon.languages[language]?.impliesIran ?? false,
  };
}

class PhraseBuilder {
  readonly patterns: WordPattern[] = [];
  readonly phrases: Phrase[] = [];
  stepCount = 0;
  readonly uses: { phrase: number; position: number }[][] = [];
  private readonly places = new Map<string, number>();

  addTerm(language: string, key: string, { forms, shortForms, ...rest }: LexiconTerm): void {
    const role = key.slice(0, key.indexOf('/')) as Role;
    const term = { ...rest, ruleId: `${language}/${key}`, role };
    for (const form of forms) this.add(form, term, false);
    for (const form of shortForms) this.add(form, term, true);
  }

  add(form: string, term: CompiledTerm, isShort: boolean): void {
    for (const words of phrasesOf(form)) this.addPhrase(words, term, isShort);
  }

  private addPhrase(words: readonly WordPattern[], term: CompiledTerm, isShort: boolean): void {
    const phrase = this.phrases.length;
    const patterns = words.map((word) => this.place(word));
    this.phrases.push({ term, patterns, firstStep: this.stepCount, isShort });
    this.stepCount += patterns.length;
    // The last word first: a phrase that repeats a word must not step twice on one occurrence.
    for (const [position, pattern] of [...patterns.entries()].reverse()) this.uses[pattern]?.push({ phrase, position });
  }

  private place(word: WordPattern): number {
    const key = `${word.isOpenBefore ? '*' : ''}${word.literal}${word.isOpenAfter ? '*' : ''}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.patterns.length);
    this.uses.push([]);
    return this.patterns.push(word) - 1;
  }
}

/** A form as the words that it looks for; as one word, too, where print runs them together: قتل عام is also قتلعام. */
export function phrasesOf(form: string): WordPattern[][] {
  const words = form.trim().split(/\s+/).flatMap(wordPatterns);
  if (words.length === 0) return [];
  const isArabicScript = words.every(({ literal }) => /^[\u0600-\u06FF]{2,}$/.test(literal));
  if (words.length === 1 || !isArabicScript) return [words];
  const literal = words.map((word) => word.literal).join('');
  return [words, [{ literal, isOpenBefore: false, isOpenAfter: false }]];
}

/** "Pour-Mohammadi*" is two words, of which the second is open at its end. */
function wordPatterns(token: string): WordPattern[] {
  const { folded, words } = foldText(token);
  return words.map(({ start, end }, index) => ({
    literal: folded.slice(start, end),
    isOpenBefore: index === 0 && token.startsWith('*'),
    isOpenAfter: index === words.length - 1 && token.endsWith('*'),
  }));
}
