import { foldText } from './fold-text.ts';

/** A word, or a part of one, that is looked for. */
export interface WordPattern {
  /** Folded. */
  literal: string;
  /** Any letters may stand before, after it in the same word. */
  isOpenBefore: boolean;
  isOpenAfter: boolean;
}

/** A form as the words that it looks for; a star stands for any letters. "Pour-Mohammadi*" is two, the second open. */
export function wordPatterns(form: string): WordPattern[] {
  return form
    .trim()
    .split(/\s+/)
    .flatMap((token) => {
      const { folded, words } = foldText(token);
      return words.map(({ start, end }, index) => ({
        literal: folded.slice(start, end),
        isOpenBefore: index === 0 && token.startsWith('*'),
        isOpenAfter: index === words.length - 1 && token.endsWith('*'),
      }));
    });
}

/** As the lexicon writes it. */
export function nameOfPattern({ literal, isOpenBefore, isOpenAfter }: WordPattern): string {
  return `${isOpenBefore ? '*' : ''}${literal}${isOpenAfter ? '*' : ''}`;
}

const SHORTEST_STEM = 3;
const ARABIC = /^[\u0600-\u06FF]/;

/** Whether the prefixes and endings of Arabic and Persian may be written on to it. */
export function takesAffixes({ literal }: WordPattern): boolean {
  return literal.length >= SHORTEST_STEM && ARABIC.test(literal);
}
