import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Theme } from '../../lib/classification/classification.ts';
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
    'rule set small: too few labels: 0 relevant and 0 not; 20 are needed, 5 of each kind at least. Nothing is proposed\n\nThemes: too few labels that name themes: 0; 20 are needed. Nothing is proposed for themes',
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
  expect(text).toMatch(/22 labels \(16 relevant\) and \d{3,} of the gold set; left out: 0 disputed, /);
  expect(text).toContain('1. thresholds.relevant 6 → 5\n');
  expect(text).toMatch(
    /\n {3}readers +22 +– +1\.00 \(0\.81–1\.00\) +0\.00 \(0\.00–0\.19\) +1\.00 \(0\.81–1\.00\) +16 +0\n/,
  );
  expect(text).toContain('patch: [{"op":"test","path":"/thresholds/relevant","value":6},{"op":"replace",');
  expect(text).toContain('Nothing was changed. "vigil rules propose --out lexicon.json" writes');
  expect(existsSync(out)).toBe(false);
  expect(await propose(world, { out })).toContain(`try it: vigil rules test --lexicon ${out} --since 30d`);
  expect(readLexicon(out)).toEqual({ ...smallLexicon({ relevant: 5 }), version: 'small+proposed' });
  // Written as the file is, so that the two can be compared.
  const compared = readFileSync(out, 'utf8')
    .replace('"small+proposed"', '"small"')
    .replace('"relevant":5', '"relevant":6');
  expect(compared).toBe(readFileSync(lexicon, 'utf8'));
  expect(JSON.parse(readFileSync(lexicon, 'utf8'))).toEqual(smallLexicon());
});

test('it says whose labels they are, what they cannot tell, and where a coin would do as well', async () => {
  const world = await worldOf([
    [16, 'alpha gamma', 'wrong-theme'],
    [6, 'beta beta', 'not-relevant'],
  ]);
  expect(await propose(world)).toContain(
    '\n22 labels are by 1 reader, 22 of them by one alone: what is proposed may be the view of one person\nReaders see what was let in and seldom what was missed: recall on their labels says little\n',
  );
  const shared = (await world.feedbackStore.list('2026-01-01T00:00:00.000Z')).map((vote, index) => ({
    ...vote,
    voter: `reader-${'0'.repeat(15)}${index % 4}`,
  }));
  const ofFour = { ...world, feedbackStore: createMemoryFeedbackStore(now, shared) };
  const text = await propose(ofFour);
  expect(text).toContain('\n22 labels are by 4 readers, 6 of them by one alone\n');
  expect(text).not.toContain('may be chance');
  expect(JSON.parse(await propose(ofFour, { json: true }))).toMatchObject({
    labels: { ofReaders: 22, voters: 4, ofOneVoter: 6 },
    chance: expect.closeTo(2 ** -16, 8),
  });

  const few = await worldOf([
    [2, 'alpha gamma', 'relevant'],
    [14, 'alpha alpha beta', 'relevant'],
    [6, 'beta beta', 'not-relevant'],
  ]);
  expect(await propose(few)).toContain(
    '\n   This may be chance: a coin would mend as many in 25 of 100 tries. Gather more labels first.\n',
  );
});

test('what is read is never written over, and the lexicon in use by no name that it has', async () => {
  const nobody = await worldOf([]);
  const gold = join(folder, 'labels.jsonl');
  writeFileSync(gold, '{"id": "a", "lang": "en", "relevant": true, "text": "x"}\n');
  const link = join(folder, 'link.json');
  symlinkSync(join(process.cwd(), 'config/lexicon.json'), link);
  for (const [out, message] of [
    ['config/lexicon.json', 'is the lexicon in use, and no change is applied by itself; give another file'],
    [link, 'is the lexicon in use, and no change is applied by itself; give another file'],
    [lexicon, 'is read; give another file'],
    [gold, 'is read; give another file'],
  ] as const) {
    await expect(propose(nobody, { gold, out })).rejects.toMatchObject({
      message: `--out ${out}: ${message}`,
      exitCode: 2,
    });
  }
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
    /Nothing is proposed: what 4 parts of the labels choose mends \d+ and breaks \d+ in the part that they do not see\n/,
  );
});

/** The small lexicon with a word that bears a theme, and one that bears it beside another. */
const themedLexicon = join(folder, 'themed.json');
const themed = JSON.parse(JSON.stringify(smallLexicon()));
themed.languages.en.terms['cue/delta'] = { forms: ['delta'], themes: ['denial'] };
writeFileSync(themedLexicon, JSON.stringify(themed));

/** Readers who say that articles with a word are about these themes, and no others. */
async function filedWorld(groups: readonly (readonly [count: number, words: string, themes: readonly Theme[]])[]) {
  const world = await worldOf(groups.map(([count, words]) => [count, words, 'wrong-theme']));
  const all = groups.flatMap(([count, , themes]) => Array.from({ length: count }, () => themes));
  const votes = await world.feedbackStore.list('2026-01-01T00:00:00.000Z');
  const records = world.coverageStore.records();
  const filed = votes.map((vote) => {
    const title = records.find(({ articleId }) => articleId === vote.articleId)?.title ?? '';
    return { ...vote, themes: [...(all[Number(title.replace('Report ', ''))] ?? [])] };
  });
  return { ...world, feedbackStore: createMemoryFeedbackStore(now, filed) };
}

test('readers who name other themes are listened to: a theme’s need or a word’s strength is proposed, with its price', async () => {
  const world = await filedWorld([
    [14, 'alpha alpha beta delta', []],
    [10, 'alpha alpha beta', ['testimony']],
    [8, 'alpha alpha beta delta. Again delta was said. More delta came', ['denial']],
  ]);
  const options = { lexicon: themedLexicon };
  const text = await propose(world, options);
  expect(text).toContain('Themes: 32 labels that name them and ');
  expect(text).toMatch(/\n {3}testimony .* {2}nothing: /);
  expect(text).toMatch(/\n {3}politics .* {2}nothing: 0 labels with it and 32 without; 5 of each are needed\n/);
  expect(text).toMatch(/\ndenial 1\. (thresholds\.themes\.denial 1 → 1\.\d+|en\/cue\/delta: strength 1 → 0\.\d+)\n/);
  expect(text).toMatch(
    /\n {3}readers +32 +0\.36 \(0\.\d\d–0\.\d\d\) +1\.00 \(0\.\d\d–1\.00\) +1\.00 \(.*\) +1\.00 \(.*\) +14 +0\n/,
  );
  expect(text).toContain('try it: vigil rules test --lexicon lexicon.json --since 30d');

  const json = JSON.parse(await propose(world, { ...options, json: true }));
  const denial = json.themes.themes.find(({ theme }: { theme: string }) => theme === 'denial');
  expect(denial.proposals[0]).toMatchObject({
    ...{ all: { mends: { length: 14 } }, otherThemes: { breaks: 0 } },
    bySource: { readers: { before: { precision: { right: 8, of: 22 } }, after: { precision: { right: 8, of: 8 } } } },
  });

  // Written only where it is asked for, and only for the theme that is named.
  const before = readFileSync(themedLexicon, 'utf8');
  const out = join(folder, 'denial.json');
  await propose(world, { ...options, theme: 'denial', out });
  const [{ change }] = denial.proposals;
  const written = change.path.reduce(
    (node: Record<string, never>, key: string) => node[key],
    JSON.parse(readFileSync(out, 'utf8')),
  );
  expect([written, readFileSync(themedLexicon, 'utf8')]).toEqual([change.to, before]);
  await expect(propose(world, { ...options, theme: 'sport' })).rejects.toMatchObject({ exitCode: 2 });
  await expect(propose(world, { ...options, theme: 'politics', out: join(folder, 'no.json') })).rejects.toThrow(
    'there is no proposal',
  );
});

test('themes that readers file both ways propose nothing', async () => {
  const world = await filedWorld([
    [12, 'alpha alpha beta delta', []],
    [12, 'alpha alpha beta delta', ['denial']],
  ]);
  const json = JSON.parse(await propose(world, { lexicon: themedLexicon, json: true }));
  expect(json.themes.themes.flatMap(({ proposals }: { proposals: unknown[] }) => proposals)).toEqual([]);
});
