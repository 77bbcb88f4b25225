import { beforeEach, expect, test } from 'vitest';
import type { Feedback } from '../../lib/coverage/feedback.ts';
import { readerLabels } from '../../lib/coverage/reader-labels.ts';
import { sampleCoverage } from '../digest/sample-coverage.ts';
import { article } from '../fakes/article-world.ts';
import { createMemoryArchive } from '../fakes/memory-archive.ts';
import { createMemoryCoverageStore } from '../fakes/memory-coverage-store.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { sampleFeedback } from './sample-feedback.ts';

const now = () => new Date('2026-08-29T00:00:00.000Z');
const voters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((digit) => `reader-${digit.repeat(16).replaceAll('g', '0')}`);
let archive: ReturnType<typeof createMemoryArchive>;
let records: ReturnType<typeof sampleCoverage>[];
let minute: number;

beforeEach(() => {
  archive = createMemoryArchive();
  records = [];
  minute = 0;
});

async function recordOf(title: string) {
  const record = sampleCoverage({ title, articleKey: await archive.putArticle(article({ title, text: `${title}.` })) });
  records.push(record);
  return record;
}

/** Votes of different voters, a minute apart. */
function votesOn({ articleId }: { articleId: string }, votes: readonly Partial<Feedback>[]): Feedback[] {
  return votes.map((vote, index) => {
    minute += 1;
    const at = new Date(Date.UTC(2026, 7, 28, 19, minute)).toISOString();
    return sampleFeedback({ articleId, at, voter: voters[index] ?? '', ...vote });
  });
}

const labelsOf = (feedback: readonly Feedback[]) =>
  readerLabels('2026-01-01T00:00:00.000Z', {
    feedbackStore: createMemoryFeedbackStore(now, feedback),
    coverageStore: createMemoryCoverageStore(records),
    pageArchive: archive,
  });

test('what more of them say is the label, with the text of the archive; who are as many on both sides dispute it', async () => {
  const [good, bad, open] = [await recordOf('good'), await recordOf('bad'), await recordOf('open')];
  const found = await labelsOf([
    ...votesOn(good, [{}, { verdict: 'not-relevant' }, { verdict: 'wrong-theme', themes: ['denial'] }]),
    ...votesOn(bad, [{ verdict: 'not-relevant' }]),
    ...votesOn(open, [{}, { verdict: 'not-relevant' }]),
  ]);
  expect(found).toEqual({
    labels: [
      {
        coverage: good,
        title: 'good',
        text: 'good.',
        isRelevant: true,
        themes: ['denial'],
        votes: { for: 2, against: 1 },
      },
      { coverage: bad, title: 'bad', text: 'bad.', isRelevant: false, votes: { for: 0, against: 1 } },
    ],
    disputed: 1,
    withoutText: 0,
    droppedVotes: 0,
    voters: 3,
    ofOneVoter: 1,
  });
});

test('of several who name themes those count that half of them name', async () => {
  const record = await recordOf('themes');
  const of = (...themes: Feedback['themes'] & object) => ({ verdict: 'wrong-theme' as const, themes });
  const { labels } = await labelsOf(
    votesOn(record, [of('denial', 'politics'), of('politics'), of('evidence'), of('politics')]),
  );
  expect(labels.map(({ themes }) => themes)).toEqual([['politics']]);
});

test('articles without their text, and votes of programs, are counted and left out', async () => {
  const gone = sampleCoverage({ title: 'gone', articleKey: 'articles/gone.json' });
  records.push(gone);
  const scanned = await recordOf('scanned');
  const at = '2026-08-28T12:00:00.000Z';
  const ruleSetVersion = '2026-08-01';
  const everyButton = sampleFeedback({
    articleId: scanned.articleId,
    at,
    earlier: [
      { verdict: 'not-relevant', ruleSetVersion, at },
      { verdict: 'wrong-theme', ruleSetVersion, at },
    ],
  });
  const found = await labelsOf([everyButton, ...votesOn(gone, [{}]), ...votesOn({ articleId: 'e'.repeat(32) }, [{}])]);
  expect(found).toEqual({ labels: [], disputed: 0, withoutText: 2, droppedVotes: 3, voters: 0, ofOneVoter: 0 });
});
