import { expect, test } from 'vitest';
import { compileNames } from '../../lib/classification/compile-names.ts';
import { findFacts } from '../../lib/classification/find-facts.ts';
import { readNames } from '../../lib/classification/names.ts';
import { articlePage } from '../../lib/web/article-page.ts';
import { factsSection } from '../../lib/web/facts-section.ts';
import { elementsOf } from '../digest/mail-document.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';

const names = compileNames(readNames());
const itemsOf = (page: string) =>
  elementsOf(page)
    .filter(({ name }) => name === 'dt' || name === 'dd')
    .map(({ text }) => text);

test('each kind of fact has its row', () => {
  const title = 'Paris conference on the 30th anniversary of the 1988 massacre in Iran';
  const text =
    'A conference in Paris recalled that Iran executed over 30,000 prisoners in 1988, according to Amnesty. “The killers must be put on trial,” Maryam Rajavi said.';
  const facts = findFacts({ title, text, publishedAt: '2023-08-30T00:00:00Z' }, names);
  expect(itemsOf(String(factsSection(facts)))).toEqual([
    'Anniversary',
    '30th anniversary: 1988 + 30 = 2018, not the year of publication',
    'Figures',
    'over 30,000 executed, credited to Amnesty International',
    'Names',
    'Maryam Rajavi',
    'Amnesty International',
    'Wording',
    'massacre (1)',
    'executed (1)',
    'Events',
    'conference, Paris',
    'Speech',
    'Maryam Rajavi: The killers must be put on trial,',
  ]);
});

test('words stand in their own direction', () => {
  const facts = findFacts({ title: '', text: 'سی و هشتمین سالگرد قتل‌عام ۶۷', language: 'fa' }, names);
  const quote = elementsOf(String(factsSection(facts))).find(({ name }) => name === 'q');
  expect([quote?.attributes.dir, quote?.text]).toEqual(['rtl', 'سی و هشتمین سالگرد']);
});

test('a speaker stands where reading begins, before the words that wrap', () => {
  const text = 'یکی از بازماندگان گفت: «این یک قتل‌عام بود و ما سی و هشت سال است که می‌آییم.»';
  const facts = findFacts({ title: 'قتل‌عام ۶۷', text, language: 'fa' }, names);
  const speech = elementsOf(String(factsSection(facts))).find(({ name }) => name === 'div');
  expect([speech?.attributes.dir, speech?.text.startsWith('یکی از بازماندگان: ')]).toEqual(['rtl', true]);
});

test('a text without facts has no section', () => {
  expect(factsSection(findFacts({ title: 'Weather', text: 'Sun all day.' }, names))).toBe('');
});

test('what a stranger writes stays text', () => {
  const text = '“<script>alert(1)</script> is what we want to say,” said Evil <b>Name</b>.';
  const page = String(
    factsSection(findFacts({ title: '', text: `${text} Maryam Rajavi said so.`, language: 'en' }, names)),
  );
  expect(elementsOf(page).filter(({ name }) => name === 'script' || name === 'b')).toEqual([]);
});

test('the page of a record shows them, and why it is late', () => {
  const facts = findFacts({ title: 'The 30th anniversary of the 1988 massacre in Iran', text: '' }, names);
  const page = articlePage(sampleCoverage({ facts, isLate: true, lateReason: 'it is of 2018' }), { items: [] });
  expect(itemsOf(page)[0]).toBe('Anniversary');
  expect(page).toContain('Late: it is of 2018');
  expect(itemsOf(articlePage(sampleCoverage({}), { items: [] }))).toEqual([]);
});
