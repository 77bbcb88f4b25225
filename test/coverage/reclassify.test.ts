import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reclassify } from '../../lib/coverage/reclassify.ts';
import { composeDigest } from '../../lib/digest/compose-digest.ts';
import { setLogSink } from '../../lib/log.ts';
import { sampleMaterial } from '../digest/sample-digest.ts';
import { breaking, MOMENTS } from '../fakes/breaking.ts';
import { firstAt, laterAt, type Rules, reclassifyWorld } from './reclassify-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const first: Rules = {
  enters: ['off-topic', 2],
  leaves: ['relevant', 9, 'testimony'],
  grows: ['passing-mention', 4],
  fades: ['passing-mention', 4],
  appears: ['off-topic', 1],
  'other themes': ['relevant', 9, 'testimony'],
  'other score': ['relevant', 9, 'denial'],
  'off topic for good': ['off-topic', 0],
};
const second: Rules = {
  enters: ['relevant', 8, 'denial'],
  leaves: ['off-topic', 1],
  grows: ['relevant', 7],
  fades: ['off-topic', 1],
  appears: ['passing-mention', 4],
  'other themes': ['relevant', 9, 'politics'],
  'other score': ['relevant', 11, 'denial'],
};
const since = '2026-11-20T00:00:00.000Z';
let world: Awaited<ReturnType<typeof reclassifyWorld>>;
beforeEach(async () => {
  world = await reclassifyWorld(first);
});
const run = (isDryRun = false, needs = world.needs) => reclassify({ since, isDryRun }, needs);
const wanted = {
  enters: 2,
  leaves: 1,
  mentions: 1,
  'mentions-no-more': 1,
  themes: 1,
  score: 1,
  facts: 0,
  'rule-set': 0,
  none: 1,
};

test('every change is counted by its kind, and what enters and leaves is named with its reason', async () => {
  world.change('second', second);
  const { changes, byLanguage, judged, moves, ruleSetVersion } = await run();
  expect({ changes, judged, ruleSetVersion }).toEqual({
    changes: wanted,
    judged: { coverage: 5, offTopic: 3 },
    ruleSetVersion: 'second',
  });
  expect(byLanguage).toEqual({ en: wanted });
  expect(
    moves.map(({ title, change, before, after, reason }) => [title, change, before, after, reason]).sort(),
  ).toEqual([
    ['appears', 'mentions', 'off-topic', 'passing-mention', 'score 1.0 → 4.0 of 6.0 needed: +4.0 en/second “Khavaran”'],
    ['enters', 'enters', 'off-topic', 'relevant', 'score 2.0 → 8.0 of 6.0 needed: +8.0 en/second “Khavaran”'],
    [
      'fades',
      'mentions-no-more',
      'passing-mention',
      'off-topic',
      'score 4.0 → 1.0 of 6.0 needed: −4.0 en/first “Khavaran”, +1.0 en/second “Khavaran”',
    ],
    [
      'grows',
      'enters',
      'passing-mention',
      'relevant',
      'score 4.0 → 7.0 of 6.0 needed: +7.0 en/second “Khavaran”, −4.0 en/first “Khavaran”',
    ],
    [
      'leaves',
      'leaves',
      'relevant',
      'off-topic',
      'score 9.0 → 1.0 of 6.0 needed: −9.0 en/first “Khavaran”, +1.0 en/second “Khavaran”',
    ],
  ]);
});

test('the records have the labels of now, and say what the rule set before them had said', async () => {
  const before = world.record('leaves');
  world.change('second', second);
  await run();
  expect(world.record('leaves')).toEqual({
    ...before,
    relevance: 'off-topic',
    score: 1,
    themes: [],
    matches: [{ ...before?.matches[0], ruleId: 'en/second', points: 1 }],
    ruleSetVersion: 'second',
    formerLabels: [{ ruleSetVersion: 'first', relevance: 'relevant', score: 9, themes: ['testimony'], at: laterAt }],
  });
  expect(world.record('enters')).toMatchObject({
    relevance: 'relevant',
    score: 8,
    themes: ['denial'],
    bodySource: 'page',
  });
  expect(world.record('enters')).not.toHaveProperty('formerLabels');
  expect(world.record('off topic for good')).toBeUndefined();
});

test('the items end as their records say, and their traces tell how they had ended', async () => {
  world.change('second', second);
  await run();
  const ends = Object.keys(first).map((title) => [title, world.itemOf(title)?.outcome]);
  expect(Object.fromEntries(ends)).toEqual({
    enters: 'recorded',
    leaves: 'off-topic',
    grows: 'recorded',
    fades: 'off-topic',
    appears: 'passing-mention',
    'other themes': 'recorded',
    'other score': 'recorded',
    'off topic for good': 'off-topic',
  });
  expect(world.itemOf('leaves')?.trace.at(-1)).toEqual({
    at: laterAt,
    stage: 'reclassify',
    what: 'judged anew by rule set second: it had ended as recorded, now off-topic: score 1.0, relevant from 6.0',
  });
});

test('a second run finds nothing to do', async () => {
  world.change('second', second);
  await run();
  const once = world.state();
  const { changes, moves, judged } = await run();
  expect([changes.none, moves, judged]).toEqual([8, [], { coverage: 7, offTopic: 1 }]);
  expect(world.state()).toBe(once);
});

test('a dry run says the same and changes nothing', async () => {
  world.change('second', second);
  const before = world.state();
  const dry = await run(true);
  expect(world.state()).toBe(before);
  expect(await run()).toEqual(dry);
});

test('there and back again: the labels return, and both rule sets stay known', async () => {
  const relevant = world.record('leaves')?.relevance;
  world.change('second', second);
  await run();
  world.change('third', first);
  await run();
  const record = world.record('leaves');
  expect([record?.relevance, world.itemOf('leaves')?.outcome]).toEqual([relevant, 'recorded']);
  expect(record?.formerLabels?.map(({ ruleSetVersion, relevance: was }) => `${ruleSetVersion} ${was}`)).toEqual([
    'first relevant',
    'second off-topic',
  ]);
  // What had entered is put off topic; it stays in the table.
  expect(world.record('enters')?.relevance).toBe('off-topic');
});

test('no more than twelve former labels are kept, the latest', async () => {
  for (let version = 1; version <= 15; version += 1) {
    world.change(`rules ${version}`, { 'other score': ['relevant', 9 + version] });
    await run();
  }
  const versions = world.record('other score')?.formerLabels?.map(({ ruleSetVersion }) => ruleSetVersion);
  expect(versions).toEqual(Array.from({ length: 12 }, (_, index) => `rules ${index + 3}`));
});

test('an article that is recorded or judged anew meanwhile is left as it is', async () => {
  world.change('second', second);
  const { coverageStore } = world.needs;
  const elsewhere = { ...world.record('leaves'), score: 77 } as NonNullable<ReturnType<typeof world.record>>;
  const racing = {
    ...world.needs,
    coverageStore: {
      ...coverageStore,
      async relabel(...[read, labels]: Parameters<typeof coverageStore.relabel>) {
        if (read.title === 'leaves') await coverageStore.relabel(read, elsewhere);
        return coverageStore.relabel(read, labels);
      },
      async add(...[coverage]: Parameters<typeof coverageStore.add>) {
        if (coverage.title === 'enters') await coverageStore.add({ ...coverage, score: 88 });
        return coverageStore.add(coverage);
      },
    },
  };
  const { changedMeanwhile } = await run(false, racing);
  expect([changedMeanwhile, world.record('leaves')?.score, world.record('enters')?.score]).toEqual([2, 77, 88]);
  expect([world.itemOf('leaves')?.outcome, world.itemOf('enters')?.outcome]).toEqual(['recorded', 'off-topic']);
});

test('an article whose text is gone keeps its labels and is counted', async () => {
  world.change('second', second);
  const pageArchive = { getArticle: async () => undefined };
  const before = world.state();
  const { withoutText, changes } = await run(false, { ...world.needs, pageArchive });
  expect([withoutText, Object.values(changes).every((count) => count === 0), world.state()]).toEqual([8, true, before]);
});

test('what was recorded or first seen before the time is left alone', async () => {
  world.change('second', second);
  const report = await reclassify({ since: '2026-11-23T08:00:00.001Z' }, world.needs);
  expect(report.judged).toEqual({ coverage: 0, offTopic: 0 });
  expect((await reclassify({ since: firstAt }, world.needs)).judged).toEqual({ coverage: 5, offTopic: 3 });
});

describe('broken off at any call and run again, it ends as if it had gone through', () => {
  const ports = ['coverageStore', 'itemStore', 'pageArchive'] as const;

  test.each(MOMENTS)('%s', async (moment) => {
    const whole = await reclassifyWorld(first);
    whole.change('second', second);
    const counted = breaking(whole.needs, ports, { call: 0, moment });
    await reclassify({ since }, counted.needs);
    expect(counted.calls.length).toBeGreaterThan(20);
    for (let call = 1; call <= counted.calls.length; call += 1) {
      const own = await reclassifyWorld(first);
      own.change('second', second);
      const broken = breaking(own.needs, ports, { call, moment });
      await expect(reclassify({ since }, broken.needs)).rejects.toThrow();
      await reclassify({ since }, own.needs);
      expect([call, own.state()]).toEqual([call, whole.state()]);
    }
  });
});

describe('the digest', () => {
  const digest = (from: string, to: string) => {
    const recorded = world.coverageStore.records().filter(({ recordedAt }) => from <= recordedAt && recordedAt < to);
    const edition = { localDate: to.slice(0, 10), from, to };
    const reader = { zone: 'UTC', language: 'en' as const };
    const { expanded, lines } = composeDigest(sampleMaterial(recorded), { edition, reader });
    return [...expanded, ...lines].map(({ title }) => title).sort();
  };

  test('of an open window has what the rules let in later, and not what they put out', async () => {
    world.change('second', second);
    await run();
    expect(digest('2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z')).toEqual([
      'enters',
      'grows',
      'other score',
      'other themes',
    ]);
  });

  test('of the day on which the rules changed has nothing of the days before', async () => {
    world.change('second', second);
    await run();
    expect(digest('2026-11-24T06:00:00.000Z', '2026-11-26T06:00:00.000Z')).toEqual([]);
  });
});

const placeOf = (title: string) => {
  const { storyId, copyOf } = world.record(title) ?? {};
  return { storyId, copyOf };
};

const report = [
  'A former prisoner told the district court in Stockholm on Tuesday how guards led him along a corridor at Gohardasht.',
  'He saw a cart heaped with sandals and counted forty of them before he was pushed on, the bus driver from Gothenburg said.',
].join('\n\n');

test('what becomes relevant is placed as a new record would have been, and keeps its place', async () => {
  world = await reclassifyWorld(first, report);
  world.change('second', second);
  const leader = world.record('leaves')?.articleId;
  expect(placeOf('grows')).toEqual({ storyId: world.record('grows')?.articleId, copyOf: undefined });
  await run(true);
  expect(placeOf('grows')).toEqual({ storyId: world.record('grows')?.articleId, copyOf: undefined });
  await run();
  // The first seen leads, also where the rules have put it off topic since.
  const place = { storyId: leader, copyOf: leader };
  expect([placeOf('enters'), placeOf('grows')]).toEqual([place, place]);
  expect(world.record('appears')?.storyId).toBe(world.record('appears')?.articleId);
  world.change('third', { grows: ['passing-mention', 4] });
  await run();
  world.change('fourth', { grows: ['relevant', 7] });
  const placed: string[] = [];
  await run(false, {
    ...world.needs,
    placeInStory: async ({ articleId }) => {
      placed.push(articleId);
      return { storyId: articleId };
    },
  });
  expect([placed, placeOf('grows')]).toEqual([[], place]);
});

test.each([1, 2])(
  'when placing number %i breaks, the run that follows gives each the place it would have had',
  async (at) => {
    for (const moment of MOMENTS) {
      world = await reclassifyWorld(first, report);
      world.change('second', second);
      let calls = 0;
      const placeInStory: typeof world.needs.placeInStory = async (placed) => {
        calls += 1;
        if (calls === at && moment === 'before the effect') throw new Error('broken');
        const place = await world.needs.placeInStory(placed);
        if (calls === at) throw new Error('broken');
        return place;
      };
      await expect(run(false, { ...world.needs, placeInStory })).rejects.toThrow('broken');
      await run();
      const leader = world.record('leaves')?.articleId;
      const place = { storyId: leader, copyOf: leader };
      expect([moment, placeOf('enters'), placeOf('grows')]).toEqual([moment, place, place]);
    }
  },
);
