import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLexicon } from '../../lib/classification/lexicon.ts';
import { type RulesProposeOptions, rulesProposeCommand } from '../../lib/cli/rules-propose.ts';
import type { Feedback } from '../../lib/coverage/feedback.ts';
import { smallLexicon } from '../classification/small-lexicon.ts';
import { sampleFeedback } from '../coverage/sample-feedback.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { article } from '../fakes/article-world.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { recordedIo } from './recorded-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'propose-'));
const lexicon = join(folder, 'small.json');
writeFileSync(lexicon, JSON.stringify(smallLexicon()));
const now = () => new Date('2026-08-29T00:00:00.000Z');

/** Readers' verdicts on articles of the given words, a minute apart. */
async function worldOf(groups: readonly (readonly [count: number, words: string, verdict: Feedback['verdict']])[]) {
  const archive = createMemoryArchive();
  const [records, feedback]: [ReturnType<typeof sampleCoverage>[], Feedback[]] = [[], []];
  for (const [count, words, verdict] of groups) {
    for (let index = 0; index < count; index += 1) {
      const title = `Report ${records.length}`;
      const articleKey = await archive.putArticle(article({ title, text: `In Iran ${words} was seen.` }));
      const record = sampleCoverage({ title, articleKey });
      records.push(record);
      const at = new Date(Date.UTC(2026, 7, 28, 0, records.length)).toISOString();
      feedback.push(sampleFeedback({ articleId: record.articleId, verdict, at }));
    }
  }
  const feedbackStore = createMemoryFeedbackStore(now, feedback);
  return { feedbackStore, coverageStore: createMemoryCoverageStore(records), pageArchive: archive, now };
}

async function propose(world: Awaited<ReturnType<typeof worldOf>>, options: RulesProposeOptions = {}) {
  const io = recordedIo();
  await rulesProposeCommand({ lexicon, ...options }, world, io);
  return io.out.join('\n');
}

test('with too few labels it says so and proposes nothing', async () => {
  const nobody = await worldOf([]);
  expect(await propose(nobody)).toBe(
    'rule set small: too few labels: 0 relevant and 0 not; 20 are needed, 5 of each kind at least. Nothing is proposed',
  );
  const oneSided = await worldOf([
    [19, 'alpha beta', 'relevant'],
    [4, 'alpha', 'not-relevant'],
  ]);
  expect(JSON.parse(await propose(oneSided, { json: true }))).toMatchObject({
    labels: { counting: 23, relevant: 19 },
    why: expect.stringContaining('too few labels: 19 relevant and 4 not'),
    proposals: [],
  });
  await expect(propose(nobody, { out: join(folder, 'none.json') })).rejects.toThrow('there is no proposal');
  expect(existsSync(join(folder, 'none.json'))).toBe(false);
});

test('prints the change with its price, its patch and how to try it, and writes a lexicon only where that is said', async () => {
  const world = await worldOf([
    [16, 'alpha gamma', 'wrong-theme'],
    [6, 'beta beta', 'not-relevant'],
  ]);
  const out = join(folder, 'proposed.json');
  const text = await propose(world);
  expect(text).toContain('22 labels (16 relevant) and 460 of the gold set; left out: 0 disputed, ');
  expect(text).toContain('1. thresholds.relevant 6 → 5\n');
  expect(text).toMatch(
    /\n {3}readers +22 +– +1\.00 \(0\.81–1\.00\) +0\.00 \(0\.00–0\.19\) +1\.00 \(0\.81–1\.00\) +16 +0\n/,
  );
  expect(text).toContain('patch: [{"op":"test","path":"/thresholds/relevant","value":6},{"op":"replace",');
  expect(text).toContain('Nothing was changed. "vigil rules propose --out lexicon.json" writes');
  expect(existsSync(out)).toBe(false);
  expect(await propose(world, { out })).toContain(`try it: vigil rules test --lexicon ${out} --since 30d`);
  expect(readLexicon(out)).toEqual({ ...smallLexicon({ relevant: 5 }), version: 'small+proposed' });
  expect(JSON.parse(readFileSync(lexicon, 'utf8'))).toEqual(smallLexicon());
});

test('labels of a file count like those of readers, and the same article counts once', async () => {
  const world = await worldOf([[16, 'alpha gamma', 'relevant']]);
  const records = world.coverageStore.records();
  const lines = [
    ...records.slice(0, 3).map(({ articleId, title }) => ({
      id: articleId,
      lang: 'en',
      relevant: true,
      title,
      text: 'In Iran alpha gamma',
    })),
    ...Array.from({ length: 6 }, (_, id) => ({
      id,
      lang: 'en',
      relevant: false,
      title: 'x',
      text: 'In Iran beta beta',
    })),
  ];
  const gold = join(folder, 'gold.jsonl');
  writeFileSync(gold, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { labels, proposals } = JSON.parse(await propose(world, { gold, json: true }));
  expect(labels).toMatchObject({ counting: 22, relevant: 16 });
  expect(proposals[0]).toMatchObject({
    says: 'thresholds.relevant 6 → 5',
    bySource: { readers: { mends: { length: 13 } }, file: { before: { texts: 9 }, mends: { length: 3 } } },
  });
});

test('a change that pays on no label that it was not chosen by is not proposed', async () => {
  const world = await worldOf([
    [12, 'alpha beta', 'relevant'],
    [12, 'alpha beta', 'not-relevant'],
  ]);
  expect(await propose(world)).toMatch(
    /Nothing is proposed: what 4 parts of the labels choose mends \d+ and breaks \d+ in the part that they do not see$/,
  );
});
