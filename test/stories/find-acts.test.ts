import { expect, test } from 'vitest';
import { findActs } from '../../lib/stories/find-acts.ts';
import { readStoryWords } from '../../lib/stories/read-story-words.ts';
import { stemWord } from '../../lib/stories/stem-word.ts';

test.each([
  ['Mourners bury judges killed in court attack', ['burial']],
  ['Court upholds life sentence on appeal', ['appeal', 'verdict']],
  ['Strafanzeige gegen iranischen Richter', ['charge']],
  ['Une marche silencieuse place Bellecour', ['gathering']],
  ['La mostra resta aperta', ['exhibition']],
  ['Iranier häktad i Stockholm', ['arrest']],
  ['تظاهرات در برابر سفارت', ['gathering']],
  ['معرض رسائل', ['exhibition']],
  ['Thousands were killed in the summer of 1988', []],
])('%s', (title, acts) => {
  expect([...findActs(readStoryWords(title).map(({ folded }) => stemWord(folded)))].sort()).toEqual(acts);
});
