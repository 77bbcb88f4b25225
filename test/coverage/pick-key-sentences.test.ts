import { expect, test } from 'vitest';
import type { Match } from '../../lib/classification/classification.ts';
import { pickKeySentences } from '../../lib/coverage/pick-key-sentences.ts';

/** A match at every place of the words. */
function matchesOf(text: string, words: string, points: number): Match[] {
  return [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
    ruleId: `sample/${words}`,
    field: 'text' as const,
    start: index,
    end: index + words.length,
    words,
    points,
    themes: [],
  }));
}

const LEAD = 'Early on Friday the bus from the capital was late as it always is in winter.';
const NEWS = 'Families of prisoners executed in 1988 were kept from the cemetery of Khavaran by police.';
const BACKGROUND = 'In the summer of 1988 thousands of prisoners were executed after trials of a few minutes.';
const SPORT = 'In other news the harbour team won its match in the last minute before a full stadium.';

const text = [LEAD, NEWS, SPORT, BACKGROUND].join('\n\n');
const matches = [...matchesOf(text, 'executed', 5), ...matchesOf(text, 'Khavaran', 3), ...matchesOf(text, '1988', 2)];

test('the sentences with the weightiest matches are kept, in the order of the text', () => {
  expect(pickKeySentences('A title', text, matches)).toEqual([NEWS, BACKGROUND]);
});

test('the lead comes before an equal sentence further down, and three are the most', () => {
  const equal = Array.from({ length: 9 }, (_, n) => `Sentence number ${n} says that prisoners were executed there.`);
  const whole = equal.join(' ');
  expect(pickKeySentences('A title', whole, matchesOf(whole, 'executed', 5))).toEqual(equal.slice(0, 3));
});

test('what repeats the title, is too short, too long or leans on the sentence before it gives way', () => {
  const sentences = [
    'He said that the prisoners were executed there in that summer.',
    'They were executed.',
    `Prisoners were executed ${'and executed '.repeat(30)}there.`,
    'A survivor said that the prisoners were executed in two corridors.',
    'A lawyer said that the prisoners were executed without a sentence.',
    'A clerk noted that the prisoners were executed before the evening.',
  ];
  const whole = sentences.join(' ');
  const title = 'A lawyer said that the prisoners were executed without a sentence';
  expect(pickKeySentences(title, whole, matchesOf(whole, 'executed', 1))).toEqual([
    sentences[0],
    sentences[3],
    sentences[5],
  ]);
  expect(
    pickKeySentences(
      '',
      `${sentences[0]} ${sentences[3]}`,
      matchesOf(`${sentences[0]} ${sentences[3]}`, 'executed', 9),
    ),
  ).toEqual([sentences[0], sentences[3]]);
});

test('a text in which nothing was matched has none', () => {
  expect(pickKeySentences('A title', SPORT, [])).toEqual([]);
  expect(pickKeySentences('A title', '', [])).toEqual([]);
});

test('Persian sentences are kept as they stand', () => {
  const sentence = 'شماری از خانواده‌های زندانیان سیاسی که در تابستان ۶۷ اعدام شدند در خاوران گرد هم آمدند.';
  expect(pickKeySentences('', sentence, matchesOf(sentence, 'خاوران', 3))).toEqual([sentence]);
});

test('a megabyte of matched words costs little', () => {
  const page = 'Prisoners were executed in the summer of 1988 in every prison. '.repeat(16_000);
  const all = matchesOf(page, 'executed', 1);
  const startedAt = performance.now();
  pickKeySentences('A title', page, all);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test('a sign of the whole text does not carry the sentence in which it is first found', () => {
  const fields = Array.from(
    { length: 4 },
    (_, n) => `Sentence ${n} counts what grows on the empty field behind walls.`,
  );
  const long = [...fields, NEWS].join(' ');
  const all = [
    ...matchesOf(long, 'counts', 12).map((match) => ({ ...match, ruleId: 'built-in/voice' })),
    ...matchesOf(long, 'prisoners executed in 1988', 5),
  ];
  expect(pickKeySentences('A title', long, all)).toContain(NEWS);
});

test('what the whole text is charged with is not charged to its lead', () => {
  const whole = [NEWS, SPORT, BACKGROUND].join('\n\n');
  const charge: Match = {
    ...{ ruleId: 'built-in/whole-text', field: 'text', start: 0, end: 0, words: '8 of 15 sentences' },
    ...{ points: -40, themes: [] },
  };
  const all = [charge, ...matchesOf(whole, 'executed', 5)];
  expect(pickKeySentences('A title', whole, all)).toEqual([NEWS, BACKGROUND]);
});
