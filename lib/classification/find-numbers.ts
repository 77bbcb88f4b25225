import { detectLanguage } from '../articles/detect-language.ts';
import type { CompiledNames } from './compile-names.ts';
import { findAmounts } from './find-amounts.ts';
import type { FactText } from './find-facts.ts';
import { readFactField } from './read-fact-field.ts';

/**
 * Every whole number that a text counts something with, in digits or words, each once: years and single digits are none, and
 * "une centaine" is none either, since a hundred crowds are as large.
 */
export function findNumbers({ title, text, language }: FactText, names: CompiledNames): number[] {
  const finder = names.finder(detectLanguage(`${title}\n${text}`, language));
  const fields = [readFactField('title', title, finder), readFactField('text', text, finder)];
  const values = fields.flatMap((field) =>
    findAmounts(field).flatMap(({ value = 0, to = 0, numberWord }) =>
      field.has('round-number', numberWord, numberWord) ? [] : [value, to],
    ),
  );
  return [...new Set(values)].filter((value) => Number.isInteger(value) && value >= 10);
}
