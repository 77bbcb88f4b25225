export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;

/** The direction most letters of the text are written in; a text without letters reads left to right. */
export function textDirection(text: string): Direction {
  const letters = text.match(LETTERS)?.length ?? 0;
  const rightToLeft = text.match(RIGHT_TO_LEFT)?.filter((character) => /\p{L}/u.test(character)).length ?? 0;
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE around text of unknown direction inside a sentence of ours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
