import { HUNDRED_WORDS } from './hundred-words.ts';
import { NUMBER_WORDS } from './number-words.ts';

/** One way to write a number in words. */
export interface NumberForm {
  form: string;
  value: number;
  isOrdinal: boolean;
}

/** The variants of one number. */
interface Variants {
  cardinals: string[];
  ordinals: string[];
}

interface Joining {
  cardinal: (ten: Variants, unit: Variants) => string[];
  ordinal: (ten: Variants, unit: Variants) => string[];
}

const cross = (first: readonly string[], glues: readonly string[], second: readonly string[]) =>
  first.flatMap((a) => glues.flatMap((glue) => second.map((b) => a + glue + b)));

/** Twenty-one. */
const tenFirst = (...glues: string[]): Joining => ({
  cardinal: (ten, unit) => cross(ten.cardinals, glues, unit.cardinals),
  ordinal: (ten, unit) => cross(ten.cardinals, glues, unit.ordinals),
});
/** Einundzwanzig. */
const unitFirst = (glue: string): Joining => ({
  cardinal: (ten, unit) => cross(unit.cardinals, [glue], ten.cardinals),
  ordinal: (ten, unit) => cross(unit.cardinals, [glue], ten.ordinals),
});

const JOININGS: Readonly<Record<string, Joining>> = {
  en: tenFirst(' '),
  fr: tenFirst(' ', ' et '),
  tr: tenFirst(' '),
  ru: tenFirst(' '),
  sv: tenFirst('', ' '),
  no: tenFirst('', ' '),
  fi: tenFirst(''),
  pl: {
    cardinal: (ten, unit) => cross(ten.cardinals, [' '], unit.cardinals),
    ordinal: (ten, unit) => cross(ten.ordinals, [' '], unit.ordinals),
  },
  fa: tenFirst(' و ', ' و', 'و'),
  de: unitFirst('und'),
  nl: unitFirst('en'),
  da: unitFirst('og'),
  es: {
    cardinal: (ten, unit) => cross(ten.cardinals, [' y ', ''], unit.cardinals),
    ordinal: (ten, unit) =>
      cross([...ten.ordinals, ...ten.ordinals.map((form) => form.slice(0, -1))], [' ', ''], unit.ordinals),
  },
  it: {
    cardinal: (ten, unit) => unit.cardinals.flatMap((word) => ten.cardinals.map((form) => italian(form, word))),
    ordinal: (ten, unit) =>
      unit.cardinals.flatMap((word) => ten.cardinals.flatMap((form) => italianOrdinals(italian(form, word)))),
  },
  ar: {
    cardinal: (ten, unit) => cross(unit.cardinals, [' و', ' و '], ten.cardinals),
    ordinal: (ten, unit) => cross(unit.ordinals, [' و', ' و '], ten.ordinals),
  },
};

/** Before uno and otto the ten loses its last vowel. */
function italian(ten: string, unit: string): string {
  return (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit;
}

function italianOrdinals(cardinal: string): string[] {
  const stem = /(?:tre|sei)$/.test(cardinal) ? cardinal : cardinal.slice(0, -1);
  return [`${stem}esimo`, `${stem}esima`];
}

/** Numbers one to ninety-nine in the words of a language; none for a language that is not known. */
export function numberForms(language: string): NumberForm[] {
  const words = NUMBER_WORDS[language];
  const joining = JOININGS[language];
  if (!words || !joining) return [];
  const units = variants(words.units, words.unitOrdinals);
  const tens = variants(words.tens, words.tenOrdinals);
  return [
    ...units.flatMap((unit, index) => formsOf(unit, index + 1)),
    ...tens.flatMap((ten, index) => formsOf(ten, (index + 2) * 10)),
    ...tens.flatMap((ten, index) =>
      units
        // French goes on to soixante-dix-neuf.
        .slice(0, language === 'fr' ? 19 : 9)
        .flatMap((unit, place) =>
          formsOf(
            { cardinals: joining.cardinal(ten, unit), ordinals: joining.ordinal(ten, unit) },
            (index + 2) * 10 + place + 1,
          ),
        ),
    ),
    ...(language === 'de' ? halvesOf(units, 'einhalb') : []),
    ...(language === 'nl' ? [...halvesOf(units, 'enhalf'), ...halvesOf(units, 'ënhalf')] : []),
    ...(language === 'it' ? elidedOf(tens) : []),
    ...oneAndAHalf(language),
  ].filter(({ value }) => value < 100);
}

function variants(cardinals: string, ordinals: string): Variants[] {
  const ordinalWords = ordinals.split(' ');
  return cardinals.split(' ').map((words, index) => ({
    cardinals: words.replaceAll('_', ' ').split('|'),
    ordinals: (ordinalWords[index] ?? '').replaceAll('_', ' ').split('|'),
  }));
}

function formsOf({ cardinals, ordinals }: Variants, value: number): NumberForm[] {
  return [
    ...cardinals.map((form) => ({ form, value, isOrdinal: false })),
    ...ordinals.map((form) => ({ form, value, isOrdinal: true })),
  ];
}

/** Viereinhalb, vierenhalf. */
function halvesOf(units: readonly Variants[], ending: string): NumberForm[] {
  return units.flatMap(({ cardinals }, index) =>
    cardinals.map((form) => ({ form: form + ending, value: index + 1.5, isOrdinal: false })),
  );
}

const ONE_AND_A_HALF: Readonly<Record<string, string>> = {
  de: 'anderthalb',
  nl: 'anderhalf|anderhalve',
  sv: 'halvannan|halvtannat',
  no: 'halvannen|halvannet',
  da: 'halvanden|halvandet',
  ru: 'полторы|полтора|полутора',
  fi: 'puolitoista',
  pl: 'półtora',
};

function oneAndAHalf(language: string): NumberForm[] {
  const forms = ONE_AND_A_HALF[language]?.split('|') ?? [];
  return forms.map((form) => ({ form, value: 1.5, isOrdinal: false }));
}

/** Quarant’anni. */
function elidedOf(tens: readonly Variants[]): NumberForm[] {
  return tens.flatMap(({ cardinals }, index) =>
    cardinals.map((form) => ({ form: form.slice(0, -1), value: (index + 2) * 10, isOrdinal: false })),
  );
}

/** Words from a hundred on, by what they do in a number; stems that are written on to others have a star at both ends. */
export function hundredForms(language: string): { form: string; kind: string; value: string | number }[] {
  const { hundred, hundreds, twoThousand, joinsThousand, written } = HUNDRED_WORDS[language] ?? {};
  const split = (forms: string) => forms.split('|').map((form) => form.replaceAll('_', ' '));
  const [thousandStem, hundredStem] = [written?.thousand, written?.hundred].map(
    (stem) => /^[a-z]+/.exec(stem ?? '')?.[0],
  );
  return [
    ...(hundred ? split(hundred).map((form) => ({ form, kind: 'hundred', value: 100 })) : []),
    ...(hundreds?.split(' ') ?? []).flatMap((forms, index) =>
      forms === '-' ? [] : split(forms).map((form) => ({ form, kind: 'hundreds-number', value: (index + 1) * 100 })),
    ),
    ...(joinsThousand ? joinedThousands(language, joinsThousand) : []),
    ...(twoThousand ? split(twoThousand).map((form) => ({ form, kind: 'hundreds-number', value: 2000 })) : []),
    ...[thousandStem, hundredStem]
      .filter((stem) => stem !== undefined)
      .map((stem) => ({ form: `*${stem}*`, kind: 'written-number', value: language })),
  ];
}

/** One word for each number that is one: چهارهزار, سیهزار. */
function joinedThousands(language: string, thousand: string): { form: string; kind: string; value: number }[] {
  return numberForms(language)
    .filter(({ form, value, isOrdinal }) => !isOrdinal && Number.isInteger(value) && !/[\s\u200c]/.test(form))
    .map(({ form, value }) => ({ form: form + thousand, kind: 'hundreds-number', value: value * 1000 }));
}
