import { expect, test } from 'vitest';
import type { Evidence } from '../../lib/stories/gather-evidence.ts';
import { weighEvidence } from '../../lib/stories/weigh-evidence.ts';

const little: Evidence = {
  names: 1,
  words: 1,
  cities: 0,
  titled: 1,
  everyday: 2,
  everydayTitled: 0,
  commonWords: 6,
  hasUnseenNames: false,
  figures: [],
  isFigureConflict: false,
  isNameConflict: false,
  isSittingConflict: false,
  isCityConflict: false,
  isPlaceConflict: false,
  isSameDay: false,
  isOtherDay: false,
  isActConflict: false,
  isTitleAlone: false,
  isSameOutlet: false,
  most: 30,
  least: 20,
};
const weigh = (changes: Partial<Evidence> = {}, said: { isDayConflict?: boolean; isAnswered?: boolean } = {}) =>
  weighEvidence({ ...little, ...changes }, { isDayConflict: false, isAnswered: false, ...said });

test('every agreement adds, a rare figure more than a round one', () => {
  for (const more of [
    { names: 2 },
    { words: 2 },
    { titled: 2 },
    { everyday: 3 },
    { commonWords: 7 },
    { figures: [40] },
  ]) {
    expect([more, weigh(more) > weigh()]).toEqual([more, true]);
  }
  expect(weigh({ cities: 2 })).toBeLessThan(weigh({ cities: 1 }));
  expect(weigh({ cities: 1 })).toBeLessThan(weigh());
  expect(weigh({ figures: [212] })).toBeGreaterThan(weigh({ figures: [200 / 10] }));
});

test('every contradiction takes off, and two take off more than both', () => {
  const contradictions = [
    weigh({ isFigureConflict: true }),
    weigh({ isNameConflict: true }),
    weigh({ isSittingConflict: true }),
    weigh({ isPlaceConflict: true }),
    weigh({ isCityConflict: true }),
    weigh({ isOtherDay: true }),
    weigh({ isActConflict: true }),
    weigh({ isTitleAlone: true }),
    weigh({ isSameOutlet: true }),
    weigh({}, { isDayConflict: true }),
    weigh({}, { isAnswered: true }),
  ];
  for (const contradicted of contradictions) expect(contradicted).toBeLessThan(weigh());
  const both = weigh({ isFigureConflict: true, isPlaceConflict: true });
  expect(both - weigh()).toBeLessThan((contradictions[0] ?? 0) + (contradictions[3] ?? 0) - 2 * weigh());
});

test('the same agreement says less in longer texts, where chance has more to agree in', () => {
  expect(weigh({ most: 400, least: 300 })).toBeLessThan(weigh());
});
