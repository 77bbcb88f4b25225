import { expect, test } from 'vitest';
import type { PlacedArticle } from '../../lib/coverage/story-place.ts';
import { createMemoryStoryIndex } from '../../lib/stories/memory-story-index.ts';
import { placeInStory } from '../../lib/stories/place-in-story.ts';
import { noFacts } from '../fakes/article-world.ts';
import { type Break, breaking, MOMENTS, NEVER } from '../fakes/breaking.ts';

const NOW = '2026-09-02T12:00:00.000Z';
const wire = [
  'A former prisoner told the district court in Stockholm on Tuesday how guards led him along a corridor at Gohardasht.',
  'He saw a cart heaped with sandals and counted forty of them before he was pushed on, the bus driver from Gothenburg said.',
  'Some thirty relatives followed the hearing from a second room; a witness from Norway is due on Thursday.',
];
const other = [
  'An orchard of thirty-eight birches was planted in Malmö on Sunday for the prisoners executed in the summer of 1988.',
  'The chair of the council put the last tree into the ground together with a widow, and four hundred people sang.',
  'Police stood at the gates because an embassy had asked the town to call the ceremony off.',
];

function open() {
  const storyIndex = createMemoryStoryIndex(() => new Date(NOW));
  const findNumbers = ({ text }: { text: string }) => (text.match(/\d+/g) ?? []).map(Number);
  const needs = { storyIndex, findNumbers, now: () => new Date(NOW) };
  const article = async (
    articleId: string,
    sentences: readonly string[],
    changes: Partial<PlacedArticle> = {},
    title = `Title of ${articleId}`,
  ): Promise<PlacedArticle> => {
    const content = { title, text: sentences.join('\n\n'), links: [] };
    return {
      articleId,
      outletId: `${articleId}.example`,
      language: 'en',
      article: content,
      facts: noFacts,
      publishedAt: NOW,
      seenAt: NOW,
      ...changes,
    };
  };
  return { storyIndex, needs, article, place: (one: PlacedArticle) => placeInStory(one, needs) };
}

test('the first seen leads, a copy joins it and names what it carries, another text begins a story of its own', async () => {
  const { article, place } = open();
  expect(await place(await article('first', wire))).toEqual({ storyId: 'first' });
  expect(await place(await article('copy', wire.slice(0, 2)))).toEqual({
    storyId: 'first',
    copyOf: 'first',
    storyReasons: [
      'carries the text of first',
      '100 % of the shorter text stands in the other, word for word',
      'so do the first words',
    ],
  });
  expect(await place(await article('other', other))).toEqual({ storyId: 'other' });
});

test('a copy of a copy is a copy of the text', async () => {
  const { article, place } = open();
  for (const id of ['a', 'b', 'c']) await place(await article(id, wire));
  expect(await place(await article('d', wire))).toMatchObject({ storyId: 'a', copyOf: 'a' });
});

test('a text made of two carries the longer one, and tells of the other', async () => {
  const { article, place } = open();
  await place(await article('first', wire));
  await place(await article('other', other));
  const both = await place(await article('both', [...wire, ...other.slice(0, 2)]));
  expect(both).toMatchObject({ storyId: 'first', copyOf: 'first' });
  expect(both.possiblySameEvent).toEqual([
    { storyId: 'other', reasons: expect.arrayContaining(['carries the text of other']) },
  ]);
  expect(await place(await article('again', other))).toMatchObject({ storyId: 'other', copyOf: 'other' });
});

test('what a text made of two carries as its second does not join the story of its first', async () => {
  const { article, place } = open();
  await place(await article('first', wire));
  await place(await article('both', [...wire, ...other]));
  expect((await place(await article('other', other))).storyId).toBe('other');
});

test('asked again it answers the same, whatever came in the meantime', async () => {
  const { article, place, storyIndex } = open();
  const first = await article('first', wire);
  const answers = [await place(first), await place(await article('copy', wire)), await place(first)];
  expect(answers.map(({ storyId }) => storyId)).toEqual(['first', 'first', 'first']);
  expect(storyIndex.members().length).toBe(2);
});

test('who comes late joins those who were seen after it', async () => {
  const { article, place } = open();
  await place(await article('second', wire, { seenAt: '2026-09-02T11:00:00.000Z' }));
  const first = await place(await article('first', wire, { seenAt: '2026-09-02T08:00:00.000Z' }));
  expect(first).toMatchObject({ storyId: 'second', copyOf: 'second' });
});

test('two first members that are read at once are one story, in whatever order their calls meet', async () => {
  for (const late of [0, 1, 2, 3, 4, 5]) {
    const { article, needs } = open();
    const slow =
      <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        for (let turn = 0; turn < late; turn += 1) await Promise.resolve();
        return call(...args);
      };
    const { enter, findUnder, getMembers, settle } = needs.storyIndex;
    const slowIndex = {
      enter: slow(enter),
      findUnder: slow(findUnder),
      getMembers: slow(getMembers),
      settle: slow(settle),
    };
    const [one, two] = await Promise.all([
      placeInStory(await article('one', wire), needs),
      placeInStory(await article('two', wire), { ...needs, storyIndex: slowIndex }),
    ]);
    expect([late, two.storyId]).toEqual([late, one.storyId]);
  }
});

test('whatever call breaks, the delivery that follows settles the same place', async () => {
  const live = async (plan: Break) => {
    const { article, needs, place, storyIndex } = open();
    await place(await article('first', wire));
    const copy = await article('copy', wire);
    const broken = breaking(needs, ['storyIndex'], plan);
    await placeInStory(copy, broken.needs).catch(() => 'broken');
    const calls = broken.calls.length;
    broken.revive();
    const settled = await placeInStory(copy, broken.needs);
    return { calls, settled, members: storyIndex.members(), names: storyIndex.names() };
  };
  const { calls, ...undisturbed } = await live(NEVER);
  expect(calls).toBeGreaterThanOrEqual(4);
  for (let call = 1; call <= calls; call += 1) {
    for (const moment of MOMENTS) expect(await live({ call, moment })).toMatchObject(undisturbed);
  }
});

const facts = (changes: Partial<PlacedArticle['facts']>) => ({ ...noFacts, ...changes });
const found = { ruleId: 'x', field: 'text' as const, start: 0, end: 1, words: 'x' };
const noury = { ...found, id: 'hamid-noury', kind: 'person' as const, name: 'Hamid Noury', count: 1 };

test('in another language two agreeing traits make a possible same event, one does not', async () => {
  const { article, place } = open();
  const named = facts({ names: [noury] });
  await place(await article('english', [...wire, 'There were 412 pairs, 63 of them small.'], { facts: named }));
  const german = ['Vor dem Gericht sprach am Dienstag ein Zeuge.', 'Er zählte 412 Schuhe auf dem Karren im Gang.'];
  expect(await place(await article('german', german, { language: 'de', facts: named }))).toEqual({
    storyId: 'german',
    possiblySameEvent: [
      { storyId: 'english', reasons: ['both have the person hamid-noury', 'both have the figure 412'] },
    ],
  });
  const swedish = ['Ett vittne, 63, hördes i tisdags.'];
  expect(await place(await article('swedish', swedish, { language: 'sv', facts: named }))).toEqual({
    storyId: 'swedish',
  });
  const french = ['Un témoin de 63 ans a compté 412 paires.'];
  expect((await place(await article('french', french, { language: 'fr' }))).possiblySameEvent?.[0]).toEqual({
    storyId: 'english',
    reasons: ['both have the figure 412', 'both have the figure 63'],
  });
});

test('a link that both give counts as well, a home page does not, and a week later nothing does', async () => {
  const { article, place } = open();
  const linking = (links: string[]) => ({
    facts: facts({ names: [noury] }),
    article: { title: 'T', text: wire.join(' '), links },
  });
  const report = 'https://www.rights.example/reports/2026/412?utm_source=x';
  await place(await article('english', wire, linking([report])));
  const german = async (id: string, links: string[], changes = {}) =>
    place(
      await article(id, ['Kurzer Text.'], {
        language: 'de',
        ...linking(links),
        article: { title: 'T', text: 'Kurz.', links },
        ...changes,
      }),
    );
  expect((await german('german', [report])).possiblySameEvent?.[0]?.reasons).toEqual([
    'both have the link www.rights.example/reports/2026/412',
    'both have the person hamid-noury',
  ]);
  expect((await german('home', ['https://www.rights.example/'])).possiblySameEvent).toBeUndefined();
  const later = { publishedAt: '2026-09-09T12:00:00.000Z', seenAt: NOW };
  expect((await german('later', [report], later)).possiblySameEvent).toBeUndefined();
});
