import { foldText } from './fold-text.ts';
import { HUNDRED_WORDS } from './hundred-words.ts';
import { numberForms } from './number-forms.ts';

interface Grammar {
  small: ReadonlyMap<string, number>;
  /** Viereinhalb, before a word for thousand only. */
  halves: ReadonlyMap<string, number>;
  thousand: RegExp;
  hundred: RegExp;
}

/** No number below a million is longer in any language: neunhundertsiebenundsiebzigtausend… */
const MOST_LETTERS = 80;
const grammars = new Map<string, Grammar | undefined>();

/** The number that is written as one folded word, in languages that write numbers together: zweihunderttausend. */
export function readWrittenNumber(word: string, language: string): number | undefined {
  if (word.length > MOST_LETTERS) return undefined;
  const grammar = grammarOf(language);
  if (!grammar) return undefined;
  const thousands = grammar.thousand.exec(word);
  if (!thousands) return belowThousand(word, grammar);
  const multiplier = word.slice(0, thousands.index);
  // Swedish leaves out a third t: ettusen.
  const before =
    multiplier === ''
      ? 1
      : (grammar.halves.get(multiplier) ??
        belowThousand(multiplier, grammar) ??
        belowThousand(`${multiplier}t`, grammar));
  const rest = word.slice(thousands.index + thousands[0].length);
  const after = rest === '' ? 0 : belowThousand(rest, grammar);
  return before === undefined || after === undefined ? undefined : before * 1000 + after;
}

function belowThousand(word: string, { small, hundred }: Grammar): number | undefined {
  const known = small.get(word);
  if (known !== undefined) return known;
  const hundreds = hundred.exec(word);
  if (!hundreds) return undefined;
  const before = hundreds.index === 0 ? 1 : small.get(word.slice(0, hundreds.index));
  const rest = word.slice(hundreds.index + hundreds[0].length);
  // Italian leaves out a vowel: centottanta.
  const after = rest === '' ? 0 : (small.get(rest) ?? small.get(`o${rest}`));
  return before === undefined || !countsHundreds(before) || after === undefined ? undefined : before * 100 + after;
}

/** "Twenty-eight hundred", but nobody says twenty hundred. */
export const countsHundreds = (value: number): boolean =>
  Number.isInteger(value) && value < 100 && (value < 20 || value % 10 !== 0);

function grammarOf(language: string): Grammar | undefined {
  if (!grammars.has(language)) grammars.set(language, buildGrammar(language));
  return grammars.get(language);
}

function buildGrammar(language: string): Grammar | undefined {
  const written = HUNDRED_WORDS[language]?.written;
  if (!written) return undefined;
  const cardinals = numberForms(language).filter(({ isOrdinal }) => !isOrdinal);
  const mapOf = (isWhole: boolean) =>
    new Map(
      cardinals
        .filter(({ value }) => Number.isInteger(value) === isWhole)
        .map(({ form, value }) => [foldText(form).folded, value]),
    );
  return {
    small: mapOf(true),
    halves: mapOf(false),
    thousand: new RegExp(written.thousand),
    hundred: new RegExp(written.hundred),
  };
}
