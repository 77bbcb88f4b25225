import { expect, test } from 'vitest';
import { glanceOf } from '../../lib/digest/glance-of.ts';
import { renderHtml } from '../../lib/digest/render-html.ts';
import { renderText } from '../../lib/digest/render-text.ts';
import { sectionText } from '../../lib/digest/section-text.ts';
import { allLinks, sampleDigest } from './sample-digest.ts';

const digest = sampleDigest();
const withFirst = (count: number) => ({
  ...digest,
  outlets: Array.from({ length: count }, (_, index) => ({
    ...{ key: `${index}`, name: `Paper ${index}`, count: 1, relation: 'independent' as const, isFirst: true },
  })),
});
const saysFirst = (count: number) =>
  glanceOf(withFirst(count))[0]?.says.replaceAll(/[\u2068\u2069]| \(independent\)/g, '');

test('the first screen names what is new, what was missed and what comes next', () => {
  expect(glanceOf(digest).map(({ label, says }) => `${label} ${says.replaceAll(/[\u2068\u2069]/g, '')}`)).toEqual([
    'First time here: Unknown Herald (not yet assessed), Västkusten (independent)',
    'Expected, and not covered: 10th anniversary: Publication of the Montazeri tape, 9 August 2016',
    'Next: Day of the Victims of Enforced Disappearances (UN), tomorrow',
  ]);
});

test('of many outlets three are named, and nobody is counted who could have been named', () => {
  expect([saysFirst(4), saysFirst(5)]).toEqual([
    'Paper 0, Paper 1, Paper 2, Paper 3',
    'Paper 0, Paper 1, Paper 2 and 2 more',
  ]);
});

test('a day without any of it has no such lines, and a hearing that was postponed does not come next', () => {
  const quiet = sampleDigest('en', [], { calendar: [], unanswered: [], firstOutletIds: new Set() });
  const [date] = digest.coming;
  if (!date) throw new Error('the sample day has a date that comes');
  const hearing = { court: 'A court', place: 'A town', isPostponed: true };
  expect([glanceOf(quiet), glanceOf({ ...quiet, coming: [{ ...date, hearing }] })]).toEqual([[], []]);
});

test('new outlets stand once in the mail: on the first screen, or below where that names only some of them', () => {
  for (const [count, places] of [
    [4, 1],
    [5, 2],
  ] as const) {
    for (const part of [renderHtml(withFirst(count), allLinks), renderText(withFirst(count), allLinks)]) {
      const headings = [sectionText.en.glance.first, sectionText.en.firstTime].filter((words) => part.includes(words));
      expect(headings).toHaveLength(places);
    }
  }
});
