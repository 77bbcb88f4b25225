import { expect, test } from 'vitest';
import { judgeKinship } from '../../lib/stories/judge-kinship.ts';
import { readStoryText, type StoryText } from '../../lib/stories/story-text.ts';
import { houseStyle } from './house-style.ts';
import { readStorySet } from './story-set.ts';

const set = new Map(readStorySet().map((article) => [article.articleId, article]));

function textOf(articleId: string, changes: Partial<StoryText> = {}) {
  const article = set.get(articleId);
  if (article === undefined) throw new Error(`${articleId} is not in the set`);
  return readStoryText({ ...article, seenAt: article.publishedAt, ...changes });
}
const kindOf = (a: string, b: string, changes: Partial<StoryText> = {}) =>
  judgeKinship(textOf(a), textOf(b, changes))?.kind;

test.each([
  ['another anniversary in the same release', 'en-release-37-5', 'en-release-38-7'],
  ['another year’s vigil in the same words', 'en2-form-2025-33', 'en2-form-2026-34'],
  ['another day’s hearing of the same trial', 'en2-trial-day-9-5', 'en2-trial-day-11-7'],
  ['another day’s hearing in Arabic, told alike', 'ar-hearing-1-34', 'ar-hearing-2-36'],
  ['another event with the same famous sentence', 'en-panel-quote-14', 'en-play-quote-16'],
  ['another exhibition of the same association', 'fr-expo-lyon-42', 'fr-expo-nantes-44'],
  ['a protest against the vote that the other tells', 'fa2-ottawa-11', 'fa2-registry-tehran-13'],
])('%s is no kin', (_, a, b) => {
  expect(kindOf(a, b)).toBeUndefined();
});

test.each([
  ['en-hearing-corridor-0', 'en-hearing-corridor-1'],
  ['fa-exhibition-koln-28', 'fa-exhibition-koln-29'],
  ['de-bundestag-52', 'de-bundestag-53'],
])('%s and %s tell the same event', (a, b) => {
  expect(kindOf(a, b)).toBe('same-event');
});

test('a telling of five days later is another event', () => {
  const later = { publishedAt: '2026-09-07T08:00:00.000Z' };
  expect(kindOf('en-hearing-corridor-0', 'en-hearing-corridor-1', later)).toBeUndefined();
});

test('Persian is a copy of itself in Arabic letters, with other digits, its half-spaces joined or parted', () => {
  const { text = '' } = set.get('fa-release-38-32') ?? {};
  for (const at of [0.1, 0.9]) {
    expect(kindOf('fa-release-38-32', 'fa-release-38-32', { text: houseStyle(text, 'fa', at) })).toBe('copy');
  }
});

test('a megabyte of one word is judged in time that grows with its length', () => {
  const judge = (words: number) => {
    const long = textOf('en-hearing-corridor-0', { text: 'massacre '.repeat(words) });
    const startedAt = performance.now();
    judgeKinship(long, textOf('en-hearing-corridor-1', { text: `${'massacre '.repeat(words)} end` }));
    return performance.now() - startedAt;
  };
  judge(1_000);
  expect(judge(120_000)).toBeLessThan(10_000);
});
