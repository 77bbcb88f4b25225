import type { Theme } from './classification.ts';
import { CompiledPairs } from './compiled-pairs.ts';
import type { Lexicon, Role } from './lexicon.ts';
import { namePairs, type PairNames } from './pair-parts.ts';
import { buildPhraseFinder, type PhraseFinder } from './phrase-finder.ts';
import type { TermRole } from './role-bits.ts';
import { partOf } from './text-parts.ts';
import { type WordPattern, wordPatterns } from './word-pattern.ts';
import { compileWordPoints, type WordPoints } from './word-points.ts';

/** One entry of the lexicon, or one confusable event. */
export interface CompiledTerm {
  ruleId: string;
  /** Among the terms of the language. */
  place: number;
  role: TermRole;
  /** Absent where it plays none in a text. */
  part: string | undefined;
  weight: number;
  themes: readonly Theme[];
  strength: number;
  isHint: boolean;
  impliesIran: boolean;
  unlockedBy: readonly string[];
}

/** What a phrase says. */
interface PhraseMeaning {
  term: CompiledTerm;
  /** Counts only beside a full form. */
  isShort: boolean;
}

export interface CompiledLanguage {
  findPhrases: PhraseFinder;
  /** By the place of the phrase. */
  meanings: readonly PhraseMeaning[];
  impliesIran: boolean;
  /** Absent where its words have none. */
  wordPoints?: WordPoints;
}

export interface CompiledLexicon extends Pick<Lexicon, 'version' | 'thresholds' | 'factors' | 'caps' | 'judgement'> {
  pairs: CompiledPairs;
  /** Parts in twos that have a weight. */
  partPairs: PairNames;
  /** Whether the lexicon has terms of the language itself. */
  knows(language: string): boolean;
  /** The terms of the language and those of every language; compiled when first asked for. */
  language(language: string): CompiledLanguage;
}

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const compiled = new Map<string, CompiledLanguage>();
  const weights = lexicon.judgement?.relevance.weights ?? {};
  const knows = (language: string) => language !== 'any' && lexicon.languages[language] !== undefined;
  return {
    version: lexicon.version,
    thresholds: lexicon.thresholds,
    factors: lexicon.factors,
    caps: lexicon.caps,
    judgement: lexicon.judgement,
    pairs: new CompiledPairs(
      Object.entries(lexicon.pairs).map(([name, pair]) => ({ ...pair, ruleId: `pairs/${name}` })),
    ),
    partPairs: namePairs((name) => weights[`both ${name}`] !== undefined),
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

const BARE = { themes: [], strength: 1, isHint: false, impliesIran: false, unlockedBy: [] };

function compileLanguage(lexicon: Lexicon, language: string): CompiledLanguage {
  const phrases: WordPattern[][] = [];
  const meanings: PhraseMeaning[] = [];
  let place = 0;
  const termOf = (entry: Omit<CompiledTerm, 'place' | 'part'>): CompiledTerm => {
    place += 1;
    return { ...entry, place, part: partOf(entry) };
  };
  const add = (form: string, term: CompiledTerm, isShort: boolean) => {
    for (const words of phrasesOf(form)) {
      phrases.push(words);
      meanings.push({ term, isShort });
    }
  };
  for (const name of new Set(['any', language])) {
    for (const [key, { forms, shortForms, ...rest }] of Object.entries(lexicon.languages[name]?.terms ?? {})) {
      const term = termOf({ ...rest, ruleId: `${name}/${key}`, role: key.slice(0, key.indexOf('/')) as Role });
      for (const form of forms) add(form, term, false);
      for (const form of shortForms) add(form, term, true);
    }
  }
  for (const [name, { forms, weight }] of Object.entries(lexicon.confusables)) {
    const term = termOf({ ...BARE, ruleId: `confusables/${name}`, role: 'confusable', weight });
    for (const form of forms) add(form, term, false);
  }
  const words = lexicon.judgement?.words[language];
  return {
    findPhrases: buildPhraseFinder(phrases),
    meanings,
    impliesIran: lexicon.languages[language]?.impliesIran ?? false,
    ...(words && { wordPoints: compileWordPoints(words) }),
  };
}

const ARABIC_WORD = /^[\u0600-\u06FF]{2,}$/;

/** A form as the words that it looks for; as one word, too, where print runs them together: قتل عام is also قتلعام. */
export function phrasesOf(form: string): WordPattern[][] {
  return eachNumber(form).flatMap((each) => {
    const words = wordPatterns(each);
    if (words.length < 2 || !words.every(({ literal }) => ARABIC_WORD.test(literal)))
      return words.length === 0 ? [] : [words];
    const literal = words.map((word) => word.literal).join('');
    return [words, [{ literal, isOpenBefore: false, isOpenAfter: false }]];
  });
}

/** "{20-45} years ago" is 26 phrases. */
function eachNumber(form: string): string[] {
  const range = /\{(\d{1,2})-(\d{1,2})\}/.exec(form);
  if (!range) return [form];
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) =>
    form.replace(range[0], String(first + step)),
  );
}
