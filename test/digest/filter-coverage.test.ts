import { expect, test } from 'vitest';
import { describeFilter } from '../../lib/digest/describe-filter.ts';
import { filterCoverage } from '../../lib/digest/filter-coverage.ts';
import { openFilter, type ReaderFilter } from '../../lib/digest/reader-filter.ts';
import { sampleCoverage } from './sample-coverage.ts';

const articles = [
  sampleCoverage({
    title: 'a',
    language: 'en',
    relation: 'independent',
    outletId: 'a.example',
    themes: ['denial'],
    score: 9,
  }),
  sampleCoverage({
    title: 'b',
    language: 'fa-AF',
    relation: 'exile',
    outletId: 'b.example',
    themes: ['evidence', 'denial'],
    score: 12,
  }),
  sampleCoverage({ title: 'c', language: 'fa', relation: 'state', outletId: 'c.example', themes: [], score: 30 }),
];
const passing = (filter: Partial<ReaderFilter>) =>
  filterCoverage(articles, { ...openFilter, ...filter }).map(({ title }) => title);

test.each<[string, Partial<ReaderFilter>, string[]]>([
  ['nothing is on', {}, ['a', 'b', 'c']],
  ['one of the themes is enough', { themes: ['denial', 'politics'] }, ['a', 'b']],
  ['a language stands for its regions', { languages: ['fa'] }, ['b', 'c']],
  ['relations', { relations: ['state', 'exile'] }, ['b', 'c']],
  ['outlets', { outlets: ['c.example'] }, ['c']],
  ['the score itself is enough', { minimumScore: 12 }, ['b', 'c']],
  ['every filter has to hold', { languages: ['fa'], themes: ['denial'], minimumScore: 10 }, ['b']],
  ['and may leave nothing', { languages: ['en'], relations: ['state'] }, []],
])('%s', (_what, filter, titles) => {
  expect(passing(filter)).toEqual(titles);
});

test('a digest says in one line which filters are on, in the frame’s language', () => {
  const filter: ReaderFilter = {
    themes: ['denial', 'evidence'],
    languages: ['fa'],
    relations: ['state'],
    outlets: ['1', '2', '3', '4', '5', '6', '7'].map((digit) => `o${digit}.example`),
    minimumScore: 12,
  };
  expect(describeFilter(openFilter, 'en')).toBeUndefined();
  expect(describeFilter(filter, 'en')).toBe(
    'Your filters: denial, evidence · Persian · Iranian state media · o1.example, o2.example, o3.example, o4.example, o5.example, +2 · score from 12. Other coverage is left out.',
  );
  expect(describeFilter({ ...openFilter, themes: ['denial'], minimumScore: 7 }, 'fa')).toBe(
    'پالایه‌های شما: انکار · امتیاز از ۷. مطالب دیگر در این چکیده نیست.',
  );
});
