import { expect, test } from 'vitest';
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { gatherEntries } from '../../lib/digest/gather-entries.ts';
import { orderStories } from '../../lib/digest/order-stories.ts';
import { sampleCoverage } from './sample-coverage.ts';

/** A story led by a record, with further members. */
function story(lead: Coverage, ...others: Partial<Coverage>[]): Coverage[] {
  return [
    lead,
    ...others.map((changes, index) =>
      sampleCoverage({
        title: `${lead.title}, text ${index}`,
        outletId: `${index}.${lead.outletId}`,
        recordedAt: '2026-08-28T19:00:00.000Z',
        storyId: lead.articleId,
        ...changes,
      }),
    ),
  ];
}

const order = (articles: Coverage[], recorded = articles) =>
  orderStories(gatherEntries(articles), new Set(recorded.map(({ articleId }) => articleId))).map(
    ({ lead }) => lead.title,
  );

const lead = (title: string, changes: Partial<Coverage> = {}) =>
  sampleCoverage({ title, outletId: `${title.replaceAll(' ', '-')}.example`, ...changes });

test('independent pick-up comes first, then carriage, then an article alone, then the campaign’s own', () => {
  const wide = lead('A wire report that many print', { relation: 'agency' });
  const told = lead('An event that several report on');
  expect(
    order([
      lead('The campaign on itself', { relation: 'campaign', score: 40 }),
      lead('One report by itself'),
      ...story(wide, ...Array.from({ length: 3 }, () => ({ copyOf: wide.articleId }))),
      ...story(told, {}, { language: 'de' }, { language: 'fr' }),
    ]),
  ).toEqual([
    'An event that several report on',
    'A wire report that many print',
    'One report by itself',
    'The campaign on itself',
  ]);
});

test('of two that weigh the same otherwise, languages decide, then that it is new, then time', () => {
  const one = lead('Told in one language');
  const two = lead('Told in two languages');
  const old = sampleCoverage({
    title: 'Goes on from yesterday',
    outletId: 'old.example',
    storyId: 'an earlier article',
  });
  expect(
    order([
      ...story(one, {}),
      ...story(two, { language: 'fa' }),
      old,
      lead('New, earlier', { publishedAt: '2026-08-28T08:00:00.000Z' }),
      lead('New, later', { publishedAt: '2026-08-28T09:00:00.000Z' }),
    ]),
  ).toEqual(['Told in two languages', 'Told in one language', 'New, later', 'New, earlier', 'Goes on from yesterday']);
});

test('the order does not depend on the order of the records', () => {
  const articles = [
    ...story(lead('Told twice'), {}),
    lead('Alone'),
    lead('Also alone'),
    lead('Unknown', { relation: 'unknown' }),
  ];
  expect(order(articles.toReversed())).toEqual(order(articles));
});

test('a story is shown by the text that was published first, whoever was read first', () => {
  const at = (time: string) => `2026-08-28T${time}:00.000Z`;
  const campaign = lead('The campaign on the wire report', { relation: 'campaign', publishedAt: at('09:00') });
  const wire = {
    ...{ title: 'The wire report', relation: 'agency' as const, publishedAt: at('07:00'), storyId: campaign.articleId },
  };
  const copy = { ...wire, title: 'A copy', publishedAt: at('06:00'), copyOf: campaign.articleId };
  const shown = gatherEntries(story(campaign, wire)).map((one) => [one.storyId, one.lead.title, one.texts.length]);
  expect(shown).toEqual([[campaign.articleId, 'The wire report', 2]]);
  const [withoutDate] = gatherEntries(story({ ...campaign, publishedAt: undefined }, wire));
  expect(withoutDate?.lead.title).toBe('The campaign on the wire report');
  const [withCopy] = gatherEntries(story(campaign, copy));
  expect(withCopy?.texts.map(({ title }) => title)).toEqual([withCopy?.lead.title]);
});
