import { expect, test } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { describeEvent } from '../../lib/classification/describe-event.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { printFacts } from '../../lib/cli/print-facts.ts';

const names = compileNames(readNames());

test('each kind of fact has a line, the words as they stand in the text', () => {
  const title = 'Paris conference on the 30th anniversary of the 1988 massacre in Iran';
  const text =
    'A conference in Paris on August 30 recalled that Iran executed over 30,000 prisoners in 1988. “The killers must be put on trial,” Maryam Rajavi said.';
  expect(printFacts(findFacts({ title, text, publishedAt: '2023-08-30T00:00:00Z' }, names))).toEqual([
    'ordinals: \u206830th anniversary\u2069 (1988 + 30 = 2018, not the published year)',
    'figures: \u2068over 30,000\u2069 (executed)',
    'names: Maryam Rajavi',
    'wording: massacre (1); executions (1)',
    'events: conference, Paris, 30 August',
    'quotation: \u2068Maryam Rajavi\u2069: \u2068The killers must be put on trial,\u2069',
  ]);
});

test('what is denied, doubted or quoted stands beside the wording', () => {
  const text =
    'Iran executed prisoners in 1988. It was not a massacre. The alleged massacre is a lie. “There was no genocide”, he said.';
  const [wording] = printFacts(findFacts({ title: '', text }, names)).filter((line) => line.startsWith('wording'));
  expect(wording).toBe('wording: executions (1); no massacre (1); alleged massacre (1); no genocide in quotation (1)');
});

test.each([
  [{ calendar: 'gregorian', year: 2026, month: 8, day: 3 }, 'rally, The Hague, 2026-08-03'],
  [{ calendar: 'gregorian', month: 1, day: 11 }, 'rally, The Hague, 11 January'],
  [{ calendar: 'persian', year: 1404, month: 6, day: 10 }, 'rally, The Hague, 10 Shahrivar 1404'],
] as const)('the day of an event is told by its calendar: %o', (date, said) => {
  const place = { ruleId: 'r', field: 'text', start: 0, end: 1, words: 'x' } as const;
  expect(describeEvent({ ...place, kind: 'rally', place: 'the-hague', date })).toBe(said);
});

test('a quotation of nobody, and one that is longer than a line, are told as such', () => {
  const text = `Iran executed prisoners in 1988. “${'We have waited for the truth. '.repeat(4)}”`;
  const lines = printFacts(findFacts({ title: '', text }, names));
  expect(lines.at(-1)).toBe(
    'quotation: nobody named: \u2068We have waited for the truth. We have waited for the truth. We have waited for t …\u2069',
  );
});

test('a text without facts has no lines', () => {
  expect(printFacts(findFacts({ title: 'Weather', text: 'Sun all day.' }, names))).toEqual([]);
});

test('hostile marks do not reach the terminal', () => {
  const text = 'Maryam Rajavi said: “These words \u202eturn \u001b[2Jthe line around.”';
  expect(printFacts(findFacts({ title: '', text }, names)).join('')).not.toMatch(/[\u001b\u202e]/);
});
