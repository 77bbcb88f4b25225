import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SecondOpinion } from '../../lib/classification/second-opinion.ts';
import { readingReserveSeconds } from '../../lib/coverage/read-article.ts';
import { setLogSink } from '../../lib/log.ts';
import { articleWorld, at, classification, messageOf } from '../fakes/article-world.ts';

beforeAll(() => setLogSink(() => {}));
afterAll(() => setLogSink());

const message = messageOf('a');
const opinion = (changes: Partial<SecondOpinion> = {}): SecondOpinion => ({
  verdict: 'off-topic',
  themes: [],
  reason: 'It tells of another event.',
  model: 'a-model',
  promptVersion: '1.1',
  at,
  inputTokens: 1000,
  outputTokens: 50,
  microdollars: 72,
  ...changes,
});

async function read(said: SecondOpinion | undefined, verdict = classification()) {
  const world = articleWorld();
  await world.queue(message);
  world.page.verdict = verdict;
  const asked: unknown[] = [];
  const outcome = await world.read(message, 1, {
    ...world.needs,
    async askSecondOpinion(...question) {
      asked.push(question);
      return said;
    },
  });
  return { outcome, asked, record: world.coverageStore.records()[0], item: world.item(message) };
}

test('the opinion stands beside the decision of the rules and does not change it', async () => {
  const { outcome, asked, record, item } = await read(opinion());
  expect([outcome, record?.relevance, record?.score]).toEqual(['recorded', 'relevant', 9]);
  expect(record?.secondOpinion).toEqual(opinion());
  expect(item?.trace.at(-1)?.what).toContain(
    '; second opinion, machine-written and without effect: off-topic (a-model: It tells of another event.)',
  );
  expect(asked).toEqual([
    [
      message.articleId,
      {
        title: 'Families gather at Khavaran',
        text: 'Families gathered at Khavaran.\n\nThey remember the prisoners executed in 1988.',
        language: 'en',
      },
      classification(),
    ],
  ]);
});

test('a text off the subject stays so, whatever the model says, and its trace keeps the opinion', async () => {
  const judged = classification({ relevance: 'off-topic', score: 5 });
  const { outcome, record, item } = await read(opinion({ verdict: 'relevant' }), judged);
  expect([outcome, record]).toEqual(['off-topic', undefined]);
  expect(item?.trace.at(-1)?.what).toContain('second opinion, machine-written and without effect: relevant');
});

test('without an opinion the record and the trace are what they are without a model', async () => {
  const { record, item } = await read(undefined);
  const world = articleWorld();
  await world.queue(message);
  await world.read(message);
  expect(record).toEqual(world.coverageStore.records()[0]);
  expect(item).toEqual(world.item(message));
  expect(record).not.toHaveProperty('secondOpinion');
});

test('time for the model is kept free only where one is asked', () => {
  const askSecondOpinion = async () => undefined;
  expect(readingReserveSeconds({ askSecondOpinion }) - readingReserveSeconds({})).toBe(10);
});
