import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { explainCommand } from '../../lib/cli/explain.ts';
import { reclassifyCommand } from '../../lib/cli/reclassify.ts';
import { setLogSink } from '../../lib/log.ts';
import { reclassifyWorld } from '../coverage/reclassify-world.ts';
import { recordedIo } from './recorded-io.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const running = new AbortController().signal;
let world: Awaited<ReturnType<typeof reclassifyWorld>>;
beforeEach(async () => {
  world = await reclassifyWorld({ one: ['relevant', 9, 'testimony'], two: ['off-topic', 1] });
  world.change('second', { one: ['passing-mention', 4], two: ['relevant', 7, 'denial'] });
});

async function reclassify(options: { dryRun?: boolean; json?: boolean; since?: string } = {}, signal = running) {
  const io = recordedIo();
  await reclassifyCommand({ since: '2026-11-20', ...options }, { ...world.needs, signal }, io);
  return io.out.join('\n');
}

test('prints the counts by language, and what entered and left with its reason', async () => {
  expect(await reclassify()).toBe(
    [
      'rule set second: 1 records and 1 off-topic articles since 2026-11-20T00:00:00.000Z judged',
      'language  enter  leave  mentions  no mention  themes  score  facts  version  same',
      'en        1      1      0         0           0       0      0      0        0',
      'entered: 1',
      '  en  news.example.org  two',
      '      off-topic → relevant; score 1.0 → 7.0 of 6.0 needed: +7.0 en/second “Khavaran”',
      '      https://news.example.org/two',
      'left: 1',
      '  en  news.example.org  one',
      '      relevant → passing-mention; score 9.0 → 4.0 of 6.0 needed: −9.0 en/first “Khavaran”, +4.0 en/second “Khavaran”',
      '      https://news.example.org/one',
      'changed as passing mentions: 0',
    ].join('\n'),
  );
  expect(await reclassify({ dryRun: true })).toContain('2 records and 0 off-topic articles');
});

test('a dry run says so and changes nothing', async () => {
  const before = world.state();
  expect(await reclassify({ dryRun: true })).toContain('judged; nothing was changed\n');
  expect(JSON.parse(await reclassify({ dryRun: true, json: true }))).toMatchObject({
    dryRun: true,
    isWhole: true,
    ruleSetVersion: 'second',
    changes: { enters: 1, leaves: 1, none: 0 },
    moves: [
      { title: 'one', change: 'leaves' },
      { title: 'two', change: 'enters' },
    ],
  });
  expect(world.state()).toBe(before);
});

test('stopped, it says what was done and ends with 130', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(reclassify({}, stop.signal)).rejects.toMatchObject({ exitCode: 130 });
});

test('a time that cannot be read is wrong usage', async () => {
  await expect(reclassify({ since: 'May' })).rejects.toMatchObject({ exitCode: 2 });
});

test('explain tells what the rule set before said', async () => {
  await reclassify();
  const io = recordedIo();
  await explainCommand('https://news.example.org/one', {}, { ...world.needs, itemStore: world.itemStore }, io);
  expect(io.out.join('\n')).toContain(
    'passing-mention: score 4.0 of 6.0 needed, rule set second\n  until 2026-11-25 09:00 by rule set first: relevant, score 9.0, themes: testimony\n',
  );
});

test('the days whose counts are others now are counted anew, at a second run as well if the first broke off there', async () => {
  const day = '2026-11-23';
  const counted = async () => (await world.dayCountStore.list(day, day)).map(({ articles }) => articles);
  await world.dayCountStore.add({ schemaVersion: 1, day, articles: 9, stories: 9 });
  await reclassify({ dryRun: true });
  expect(await counted()).toEqual([9]);
  const correct = world.dayCountStore.correct;
  world.dayCountStore.correct = async () => {
    throw new Error('broken');
  };
  await expect(reclassify()).rejects.toThrow('broken');
  world.dayCountStore.correct = correct;
  expect(await reclassify()).toContain(`days counted anew: ${day}`);
  expect(await counted()).toEqual([1]);
  expect(JSON.parse(await reclassify({ json: true }))).toMatchObject({ recountedDays: [] });
});
