import { expect, test } from 'vitest';
import lexiconJson from '../../config/lexicon.json' with { type: 'json' };
import { knowsCommonWords, weightOfStem } from '../../lib/stories/common-words.ts';
import { readStoryWords } from '../../lib/stories/read-story-words.ts';
import { stemWord } from '../../lib/stories/stem-word.ts';

const stemOf = (word: string) => stemWord(readStoryWords(word)[0]?.folded ?? '');

test('every language of the lexicon has its common words', () => {
  const languages = Object.keys(lexiconJson.languages).filter((language) => language !== 'any');
  expect(languages.filter((language) => !knowsCommonWords(language))).toEqual([]);
});

test.each([
  ['en', ['about', 'tribunals', 'kettle', 'sandals']],
  ['no', ['ikke', 'henrettet', 'vindu', 'votter']],
  ['pl', ['jest', 'więźniów', 'okno', 'latarnia']],
  ['fa', ['است', 'شهادت', 'پنجره', 'گلدان']],
])('%s: function words, words of the subject, of everyday life and others tell more and more', (language, words) => {
  const weights = words.map((word) => weightOfStem(stemOf(word), language));
  expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  expect(new Set(weights).size).toBe(4);
});

test('who is named everywhere tells nothing, who seldom is does', () => {
  const [common = 0, rare = 0] = ['khomei', 'moghis'].map((stem) => weightOfStem(stem, 'en'));
  expect([common < 1, rare]).toEqual([true, 1]);
});

test('a plural in s is its singular, a word that ends so is not', () => {
  expect(['chairs', 'lettres', 'sillas', 'witness', 'status', 'paris'].map(stemOf)).toEqual([
    'chair',
    'lettre',
    'silla',
    'witnes',
    'status',
    'paris',
  ]);
});
