import { expect, test } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { judgeLateness } from '../../lib/coverage/judge-lateness.ts';

const names = compileNames(readNames());
const recordedAt = '2026-11-23T08:00:00.000Z';
const fresh = '2026-11-22T08:00:00.000Z';
const judge = (
  title: string,
  publishedAt: string | undefined = fresh,
  text = 'Prisoners were executed in Iran in 1988.',
) => judgeLateness(publishedAt, recordedAt, findFacts({ title, text, publishedAt }, names));

test('its own date decides first', () => {
  expect(judgeLateness('2026-11-10T08:00:00.000Z', recordedAt, undefined)).toBe(
    'published 13 days before it was recorded',
  );
  expect(judgeLateness('2026-11-16T08:00:00.000Z', recordedAt, undefined)).toBeUndefined();
  expect(judgeLateness(undefined, recordedAt, undefined)).toBeUndefined();
});

test.each([
  [
    'an anniversary of years ago',
    'The 30th anniversary of the 1988 massacre in Iran',
    '“30th anniversary” is of 2018; the date given is of 2026',
  ],
  [
    'years on of years ago',
    'Iran: 31 years on, the 1988 massacre',
    '“31 years on” is of 2019; the date given is of 2026',
  ],
])('a fresh date is contradicted by %s', (_, title, reason) => {
  expect(judge(title)).toBe(reason);
});

test('without a date an anniversary of years ago says enough', () => {
  const facts = findFacts({ title: 'The 30th anniversary of the 1988 massacre in Iran', text: '' }, names);
  expect(judgeLateness(undefined, recordedAt, facts)).toBe('“30th anniversary” is of 2018; no date is given');
});

test.each([
  ['the anniversary of this year', 'The 38th anniversary of the 1988 massacre in Iran'],
  ['years on that may be one off', 'Iran: 37 years on, the 1988 massacre'],
  ['decades', 'Iran: three decades after the 1988 massacre'],
  ['more than so many years', 'For more than 30 years Iran has denied the 1988 massacre'],
  ['years since something later than the event', 'Ten years after the tape on the 1988 massacre in Iran came out'],
  ['the birthday of a body', 'The tenth anniversary of the JVMI on the 1988 massacre in Iran'],
  ['the anniversary of another event', 'The 30th anniversary of the Halabja massacre of 1988, and Iran'],
])('a fresh date stands beside %s', (_, title) => {
  expect(judge(title)).toBeUndefined();
});

test('an old anniversary named beside the one of this year is history', () => {
  const title = 'After the 30th anniversary of the 1988 massacre in Iran came the 38th anniversary';
  expect(judge(title)).toBeUndefined();
});

test('an old anniversary far down in the text is history', () => {
  const text = `${'Families in Iran recalled the dead of 1988. '.repeat(15)}The 30th anniversary of the 1988 massacre was banned.`;
  expect(judge('Iran and the 1988 massacre', fresh, text)).toBeUndefined();
});

test('an anniversary is news until March of the year after', () => {
  const facts = findFacts({ title: 'The 38th anniversary of the 1988 massacre in Iran', text: '' }, names);
  expect(judgeLateness('2027-03-31T23:00:00.000Z', '2027-04-01T00:00:00.000Z', facts)).toBeUndefined();
  expect(judgeLateness('2027-04-01T00:00:00.000Z', '2027-04-01T00:00:00.000Z', facts)).toBe(
    '“38th anniversary” is of 2026; the date given is of 2027',
  );
});
