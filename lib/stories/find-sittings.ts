import { PERSIAN_MONTHS } from '../classification/event-words.ts';
import { foldText } from '../classification/fold-text.ts';
import { numberForms } from '../classification/number-forms.ts';
import { readStoryWords } from './read-story-words.ts';

/** Words for a day of a trial, a hearing, a session, folded: "ninth day", "neunter Verhandlungstag"; no Monday, no Jahrestag. */
const SITTING =
  /^(?:day|hearing|session|sitting|jour|journee|audience|sitzung|anhorung|dia|jornada|sesion|giorno|giornata|udienza|seduta|zitting|gun|gunu|gununde|durusma|oturum|день|дня|заседание|заседания|dzien|dniu|rozprawa|rozprawy|paiva|paivana|istunto|روز|جلسه|یوم|الیوم|الجلسه|جلسات|(?:\p{L}*(?:verhandlungs|prozess|gerichts|sitzungs|anhorungs|zittings|proces|rattegangs|rettssaks|forhandlings|rets|retts))?(?:tag|tages|dag|dagen))$/u;
/** What makes a date of «روز هشتم شهریور». */
const PERSIAN_MONTH = new Set(PERSIAN_MONTHS.split(' ').map((month) => foldText(month).folded.trim()));
/** Between the ordinal and what it counts: "second full day", "14th day". */
const WORDS_BETWEEN = 1;
/** Suffixes of an ordinal in digits, which fold to a word of their own. */
const SUFFIX = /^(?:st|nd|rd|th|e|er|eme|de|ste|a|o)$/;
const MOST_SITTINGS = 200;

const ordinals = new Map<string, ReadonlyMap<string, number>>();

function ordinalsOf(language: string): ReadonlyMap<string, number> {
  const known = ordinals.get(language);
  if (known !== undefined) return known;
  const made = new Map(
    numberForms(language).flatMap(({ form, value, isOrdinal }): [string, number][] => {
      const [word, ...more] = readStoryWords(form);
      return !isOrdinal || word === undefined || more.length > 0 ? [] : [[word.folded, value]];
    }),
  );
  ordinals.set(language, made);
  return made;
}

/** Which days of a trial, or hearings, a text counts: "on the second day", «جلسهٔ نهم»; dates and anniversaries are none. */
export function findSittings(words: readonly { folded: string }[], language: string): Set<number> {
  const known = ordinalsOf(language);
  const found = new Set<number>();
  for (const [at, { folded }] of words.entries()) {
    if (!SITTING.test(folded) || PERSIAN_MONTH.has(words[at + 2]?.folded ?? '')) continue;
    const before = words.slice(Math.max(0, at - 1 - WORDS_BETWEEN), at).map(({ folded }) => folded);
    // Persian and Arabic put the number behind.
    const near = [...before, words[at + 1]?.folded ?? ''];
    for (const word of near) {
      const number = known.get(word) ?? (isInDigits(word, before) ? Number(word) : undefined);
      if (number !== undefined && number <= MOST_SITTINGS) found.add(number);
    }
  }
  return found;
}

/** "14th day": the suffix stands apart once the text is folded. */
const isInDigits = (word: string, before: readonly string[]) =>
  /^\d{1,3}$/.test(word) && before[0] === word && SUFFIX.test(before[1] ?? '');
