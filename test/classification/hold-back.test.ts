import { expect, it } from 'vitest';
import { classify } from '../../lib/classification/classify.ts';
import { compileLexicon } from '../../lib/classification/compile-lexicon.ts';
import { holdBack } from '../../lib/classification/hold-back.ts';
import { readLexicon } from '../../lib/classification/lexicon.ts';
import { weighText } from '../../lib/classification/weigh-text.ts';

const thresholds = { relevant: 9 };
const { focus } = weighText({ title: '', text: '' }, compileLexicon(readLexicon()));
const long = { focus: { ...focus, sentences: 30 }, isAboutIran: false };

it('keeps a long text without Iran and the event just below what is relevant, and says why', () => {
  const held = holdBack(long, 31.4, thresholds);
  expect(held).toEqual({
    ...{ ruleId: 'built-in/long-without-iran', field: 'text', start: 0, end: 0, themes: [] },
    ...{ words: 'none of 30 sentences names Iran or the event', points: -22.5 },
  });
});

it.each([
  ['a text that names Iran', { ...long, isAboutIran: true }, 31.4],
  ['a short one', { ...long, focus: { ...focus, sentences: 4 } }, 31.4],
  ['one that is not relevant as it is', long, 8.9],
])('leaves %s as it is', (_, weighed, score) => {
  expect(holdBack(weighed, score, thresholds)).toBeUndefined();
});

it('is part of the score, which stays the sum of its points', () => {
  const lexicon = compileLexicon(readLexicon());
  const lines = Array.from(
    { length: 24 },
    (_, place) => `Witness ${place} spoke of ward ${place} and of its prisoners.`,
  );
  const title = 'Prisoners of the ward were hanged in groups, a survivor told the court';
  const lead = 'Guards read out names and blindfolded prisoners. They were taken in groups to the gallows and hanged.';
  const result = classify({ title, text: [lead, ...lines].join(' '), language: 'en' }, lexicon);
  const held = result.matches.find(({ ruleId }) => ruleId === 'built-in/long-without-iran');
  const sum = result.matches.reduce((all, { points }) => all + points, 0);
  expect([held !== undefined, result.relevance, Math.round(sum * 10) / 10]).toEqual([true, 'off-topic', result.score]);
});
