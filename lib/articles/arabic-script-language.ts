import { isLetter } from './is-letter.ts';

/** Short words of one of the two languages and not of the other. */
const PERSIAN_WORDS = new Set('است این که را از به در با آن شد شده بود برای می های کرد خود یک'.split(' '));
const ARABIC_WORDS = new Set('في من على إلى عن أن التي الذي هذا هذه مع كان قد لا ما بعد كما ذلك'.split(' '));
/** Letters that a keyboard of one of them has and one of the other has not. */
const PERSIAN_LETTERS = 'پچژگکی';
const ARABIC_LETTERS = 'كيةىأإؤ';
/** Letters that neither has: Central Kurdish, Pashto, Urdu. */
const OWN_LETTERS = { ckb: 'ڵڕێ', ps: 'ټډړښځڅږۍې', ur: 'ٹڈڑےں' };

const letters = Object.entries({ fa: PERSIAN_LETTERS, ar: ARABIC_LETTERS, ...OWN_LETTERS });
type Sign = 'fa' | 'ar' | keyof typeof OWN_LETTERS;

/** The letters' block of Unicode, and by letter its place among `letters`, counted from 1; 0 where it tells nothing. */
const FIRST_LETTER = 0x0600;
const signs = new Uint8Array(0x100);
for (const [place, [, own]] of letters.entries())
  for (const letter of own) signs[letter.charCodeAt(0) - FIRST_LETTER] = 1 + place;

const LEAST_OWN_LETTERS = 3;
const LEAST_OWN_SHARE = 0.02;
/** Letters are many, and copied from the wrong keyboard. */
const POINTS_OF_WORD = 4;
const LONGEST_WORD = 5;

/**
 * The language of a text in Arabic letters, by its commonest words and by letters that the others lack.
 *
 * @param claim what the page declares, where that is written in these letters
 */
export function arabicScriptLanguage(text: string, claim: string | undefined): string {
  const points = readSigns(text);
  const isTold = (count: number) => count >= LEAST_OWN_LETTERS && count >= LEAST_OWN_SHARE * text.length;
  if (isTold(points.ckb)) return 'ckb';
  if (isTold(points.ps)) return 'ps';
  const { fa, ar } = points;
  if (claim === 'fa') return ar > 2 * fa ? 'ar' : 'fa';
  if (claim === 'ar') return fa > 2 * ar ? 'fa' : 'ar';
  if (claim) return claim;
  if (points.ur > 0) return 'ur';
  return fa >= ar ? 'fa' : 'ar';
}

/** Letters and words of each language. */
function readSigns(text: string): Record<Sign, number> {
  const counts = new Uint32Array(1 + letters.length);
  const words = { fa: 0, ar: 0 };
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isLetter(code)) {
      const sign = signs[code - FIRST_LETTER] ?? 0;
      counts[sign] = (counts[sign] ?? 0) + 1;
      continue;
    }
    if (at > start && at - start <= LONGEST_WORD) {
      const word = text.slice(start, at);
      if (PERSIAN_WORDS.has(word)) words.fa += 1;
      else if (ARABIC_WORDS.has(word)) words.ar += 1;
    }
    start = at + 1;
  }
  const points = Object.fromEntries(letters.map(([sign], place) => [sign, counts[1 + place] ?? 0]));
  const { fa = 0, ar = 0, ckb = 0, ps = 0, ur = 0 } = points;
  return { fa: fa + POINTS_OF_WORD * words.fa, ar: ar + POINTS_OF_WORD * words.ar, ckb, ps, ur };
}
