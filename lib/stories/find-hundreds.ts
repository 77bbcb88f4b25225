import { numberForms } from '../classification/number-forms.ts';
import { readStoryWords, type StoryWord } from './read-story-words.ts';

/** How a language says hundreds: a word after its number, also written together with both, or a word for each. */
interface HundredWords {
  hundred: string;
  /** One hundred to nine hundred, variants apart by strokes. */
  each?: string;
  /** Between the hundreds and the rest, apart or joined. */
  and?: string;
  /** Before a hundred that is a percentage: "pour cent". */
  percent?: string;
}

const HUNDREDS: Readonly<Record<string, HundredWords>> = {
  en: { hundred: 'hundred', and: 'and' },
  fr: { hundred: 'cents cent', percent: 'pour' },
  de: { hundred: 'hundert', and: 'und' },
  nl: { hundred: 'honderd', and: 'en' },
  sv: { hundred: 'hundra' },
  no: { hundred: 'hundre', and: 'og' },
  da: { hundred: 'hundrede', and: 'og' },
  fi: { hundred: 'sataa sata' },
  // Centottanta: the vowel goes.
  it: { hundred: 'cento cent', percent: 'per' },
  tr: { hundred: 'yüz' },
  es: {
    hundred: 'cien ciento',
    each: 'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas',
    percent: 'por',
  },
  pl: {
    hundred: 'sto',
    each: 'sto|stu dwieście|dwustu trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset',
  },
  ru: { hundred: 'сто', each: 'сто|ста двести|двухсот триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот' },
  fa: { hundred: 'صد', each: 'صد|یکصد دویست سیصد چهارصد پانصد ششصد|شیشصد هفتصد هشتصد نهصد', and: 'و', percent: 'در' },
  ar: {
    hundred: 'مئة مائة',
    each: 'مئة|مائة|مئه مئتا|مئتان|مئتين|مائتا|مائتان|مائتين ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة ثمانمئة|ثمانمائة|ثمانيمئة تسعمئة|تسعمائة',
    and: 'و',
  },
};

interface Reader {
  /** Folded words of the numbers below a hundred, more than one apart by a space. */
  below: ReadonlyMap<string, number>;
  /** Folded words that are a number of hundreds by themselves. */
  each: ReadonlyMap<string, number>;
  /** A hundred with what may be joined to it on both sides, by form; none where each has a word of its own. */
  joined: readonly RegExp[];
  and: string | undefined;
  percent: string | undefined;
}

const fold = (text: string) =>
  readStoryWords(text)
    .map(({ folded }) => folded)
    .join(' ');

const readers = new Map<string, Reader>();

function readerOf(language: string): Reader | undefined {
  const words = HUNDREDS[language];
  if (words === undefined || readers.has(language)) return readers.get(language);
  const cardinals = numberForms(language).filter(({ value, isOrdinal }) => !isOrdinal && value < 100);
  const each = (words.each ?? '').split(' ').filter(Boolean);
  const reader: Reader = {
    below: new Map(cardinals.map(({ form, value }) => [fold(form), value])),
    each: new Map(each.flatMap((forms, at) => forms.split('|').map((form): [string, number] => [fold(form), at + 1]))),
    joined:
      each.length > 0
        ? []
        : words.hundred.split(' ').map((form) => new RegExp(`^(\\p{L}*?)${fold(form)}(\\p{L}*)$`, 'u')),
    and: words.and && fold(words.and),
    percent: words.percent && fold(words.percent),
  };
  readers.set(language, reader);
  return reader;
}

/** Behind hundreds they make them hundreds of thousands, which are no number of this kind. */
const THOUSANDS = new Set(
  fold(
    'thousand thousands mille tausend duizend tusen tusind tuhatta tuhansia mila mil mille bin tysięcy тысяч هزار ألف آلاف million millions millionen miljoen millioner miljoonaa millones milioni milyon milionów миллионов میلیون مليون',
  ).split(' '),
);

const MOST_WORDS = 3;
/** "Fifteen hundred", no more. */
const MOST_HUNDREDS = 19;

/** Numbers from a hundred to two thousand that a text says in words, in its order; those below are `findNumbers`’. */
export function findHundreds(words: readonly StoryWord[], language: string): number[] {
  const reader = readerOf(language);
  if (reader === undefined) return [];
  return words.flatMap((_, at) => {
    const found = hundredsAt(words, at, reader);
    if (found === undefined) return [];
    const after = restAfter(words, at + found.length, reader);
    if (THOUSANDS.has(words[after.end]?.folded ?? '')) return [];
    const rest = found.rest === '' ? after.value : (reader.below.get(found.rest) ?? 0);
    return [found.hundreds * 100 + rest];
  });
}

function hundredsAt(
  words: readonly StoryWord[],
  at: number,
  { below, each, joined, and = '', percent }: Reader,
): { hundreds: number; rest: string; length: number } | undefined {
  const word = words[at]?.folded ?? '';
  if (percent !== undefined && words[at - 1]?.folded === percent) return undefined;
  // Arabic مئتان comes as two words, for it begins like a Persian verb.
  const two = each.get(`${word} ${words[at + 1]?.folded}`);
  if (two !== undefined) return { hundreds: two, rest: '', length: 2 };
  const whole = each.get(word);
  if (whole !== undefined) return { hundreds: whole, rest: '', length: 1 };
  for (const form of joined) {
    const [matched, before = '', after = ''] = form.exec(word) ?? [];
    if (matched === undefined) continue;
    const rest = after.startsWith(and) && !below.has(after) ? after.slice(and.length) : after;
    if ((before !== '' && !below.has(before)) || (rest !== '' && !below.has(rest))) continue;
    const told = before === '' ? below.get(words[at - 1]?.folded ?? '') : below.get(before);
    return { hundreds: told !== undefined && told <= MOST_HUNDREDS ? told : 1, rest, length: 1 };
  }
  return undefined;
}

/** The number below a hundred that goes on from there, 0 for none, and the place of the word behind it. */
function restAfter(words: readonly StoryWord[], from: number, { below, and }: Reader): { value: number; end: number } {
  const start = words[from]?.folded === and ? from + 1 : from;
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const run = words.slice(start, start + length).map(({ folded }) => folded);
    const value =
      run.length < length ? undefined : (below.get(run.join(' ')) ?? below.get(withoutAnd(run.join(' '), and)));
    if (value !== undefined) return { value, end: start + length };
  }
  return { value: 0, end: from };
}

/** Arabic writes its "and" together with the word. */
const withoutAnd = (run: string, and = ' ') => (run.startsWith(and) ? run.slice(and.length) : run);
