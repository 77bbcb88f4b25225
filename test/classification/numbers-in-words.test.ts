import { expect, it } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findAmounts } from '../../lib/classification/find-amounts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { readFactField } from '../../lib/classification/read-fact-field.ts';
import { VAGUE_WORDS } from '../../lib/classification/vague-words.ts';
import { SPELT_LANGUAGES, spellNumber } from './spell-number.ts';

const names = compileNames(readNames());
const valuesIn = (text: string, language: string) =>
  readFactField('text', text, names.finder(language)).numerals.map(({ value }) => value);

/** The year of the killings is read as no number. */
const EVENT_YEARS = [1988, 1367];
/** Every number below a thousand, and one in 397 of the others: a prime, so that all endings come. */
const SAMPLE = [
  ...Array.from({ length: 999 }, (_, index) => index + 1),
  ...Array.from({ length: 2516 }, (_, index) => 1000 + index * 397),
].filter((value) => value < 1_000_000 && !EVENT_YEARS.includes(value));

it.each(SPELT_LANGUAGES)('a number from one to 999,999 that is spelt in %s is read back', (language) => {
  const wrong = SAMPLE.flatMap((value) => {
    const words = spellNumber(value, language);
    const read = valuesIn(words, language);
    return read.length === 1 && read[0] === value ? [] : [{ value, words, read }];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
});

it.each([
  ['en', 'a hundred and twelve', [112]],
  ['en', 'hundred and twelve', [112]],
  ['en', 'two hundred thousand', [200_000]],
  ['en', 'five hundred thousand', [500_000]],
  ['en', 'between one thousand and two thousand', [1000, 2000]],
  ['en', 'between two hundred and three hundred', [200, 300]],
  ['en', 'several hundred, several thousand', []],
  ['fr', 'quatre-vingts', [80]],
  ['fr', 'deux cents', [200]],
  ['fr', 'quatre-vingt mille', [80_000]],
  ['de', 'siebenundzwanzigtausend', [27_000]],
  ['de', 'hundertzwölf', [112]],
  ['de', 'zwei Hundert', [200]],
  ['de', 'neunzehnhundertachtundachtzig', []],
  ['it', 'centottanta', [180]],
  ['fa', 'صد و دوازده نفر', [112]],
  ['fa', 'سی‌وهفت', [37]],
  ['ar', 'مئة واثنا عشر', [112]],
  ['ar', 'مائتي ألف', [200_000]],
  ['ru', 'пятисот', [500]],
  ['pl', 'sto dwanaście', [112]],
  ['fi', 'viisituhatta', [5000]],
  ['de', '5.000', [5000]],
  ['fr', '5 000', [5000]],
  ['de', "5'000", [5000]],
  ['fa', '۵٬۰۰۰', [5000]],
  ['ar', '٥٠٠٠', [5000]],
  ['en', '30,000-33,000', [30_000, 33_000]],
])('in %s “%s” is read as %j', (language, text, values) => {
  expect(valuesIn(text, language)).toEqual(values);
});

it('words for many are no numbers, in any language', () => {
  const read = Object.entries(VAGUE_WORDS).flatMap(([kind, forms]) =>
    Object.entries(forms).flatMap(([language, list]) =>
      list.split('|').flatMap((form) => {
        const amounts = findAmounts(readFactField('text', form.replace('*', ''), names.finder(language)));
        const isItself = amounts.length === 1 && amounts[0]?.qualifierKind === kind && amounts[0].value === undefined;
        return isItself ? [] : [{ language, form, amounts }];
      }),
    ),
  );
  expect(read).toEqual([]);
});
