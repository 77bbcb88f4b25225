import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { feedbackExportCommand, feedbackListCommand } from '../../lib/cli/feedback.ts';
import { readGold } from '../../lib/cli/read-gold.ts';
import { sampleFeedback } from '../coverage/sample-feedback.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { article } from '../fakes/article-world.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { recordedIo } from './recorded-io.ts';

const now = () => new Date('2026-08-29T00:00:00.000Z');
const title = 'خانواده‌ها گرد هم آمدند';

async function world() {
  const archive = createMemoryArchive();
  const text = 'یک خط.\n\nخط دیگر.';
  const record = sampleCoverage({
    title,
    language: 'fa',
    articleKey: await archive.putArticle(article({ title, text })),
  });
  const { articleId } = record;
  const at = '2026-08-28T20:00:00.000Z';
  const [all, ruleSetVersion] = [['relevant', 'wrong-theme'] as const, '2026-08-01'];
  const feedbackStore = createMemoryFeedbackStore(now, [
    sampleFeedback({ articleId, verdict: 'wrong-theme', themes: ['denial'] }),
    sampleFeedback({
      articleId,
      voter: 'operator',
      at,
      verdict: 'not-relevant',
      earlier: all.map((verdict) => ({ verdict, ruleSetVersion, at })),
    }),
  ]);
  return {
    record,
    text,
    needs: { feedbackStore, coverageStore: createMemoryCoverageStore([record]), pageArchive: archive, now },
  };
}

test('the list has every vote with its title, and says which do not count', async () => {
  const { record, needs } = await world();
  const io = recordedIo();
  await feedbackListCommand({}, needs, io);
  const rows = io.out
    .join('\n')
    .split('\n')
    .map((line) => line.split(/ {2,}/));
  expect(rows).toEqual([
    ['at', 'voter', 'verdict', 'counts', 'rule set', 'article', 'title'],
    [
      '2026-08-28 19:00',
      'reader-0123456789abcdef',
      'wrong-theme: denial',
      'yes',
      '2026-08-01',
      record.articleId,
      title,
    ],
    ...['relevant', 'wrong-theme', 'not-relevant'].map((verdict) => [
      '2026-08-28 20:00',
      'operator',
      verdict,
      'no',
      '2026-08-01',
      record.articleId,
      title,
    ]),
  ]);
  expect(io.err).toEqual(['1 votes of 1 voter; 3 dropped, too fast for a person']);
});

test('the export is a gold file, and says what it leaves out', async () => {
  const { record, text, needs } = await world();
  const io = recordedIo();
  await feedbackExportCommand({}, needs, io);
  const file = join(mkdtempSync(join(tmpdir(), 'feedback-')), 'readers.jsonl');
  writeFileSync(file, io.out.join('\n'));
  const label = { lang: 'fa', relevant: true, themes: ['denial'] };
  expect(readGold(file)).toEqual([{ id: record.articleId, ...label, title, text }]);
  expect(JSON.parse(io.out.join(''))).toMatchObject({ votes: { for: 1, against: 0 } });
  expect(io.err).toEqual([
    '1 articles: 1 relevant, 0 not; left out: 0 disputed, 0 without their text, 3 votes of programs',
  ]);
});

test('since a time, and as JSON', async () => {
  const { needs } = await world();
  const [list, exported] = [recordedIo(), recordedIo()];
  await feedbackListCommand({ since: '2026-08-28T19:30:00Z', json: true }, needs, list);
  await feedbackExportCommand({ since: '2026-08-28T19:30:00Z', json: true }, needs, exported);
  expect(JSON.parse(list.out.join(''))).toMatchObject({ counted: [], dropped: { length: 3 } });
  expect(exported.out).toEqual(['[]']);
  await expect(feedbackListCommand({ since: 'May' }, needs, list)).rejects.toMatchObject({ exitCode: 2 });
});
