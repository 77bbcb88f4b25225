import { expect, test } from 'vitest';
import { countOutcomes } from '../fakes/count-outcomes.ts';
import { answered, goodAnswer, opinionAt, opinionWorld } from '../fakes/opinion-world.ts';

const opinion = {
  ...goodAnswer,
  model: 'a-model',
  promptVersion: '1.3',
  at: opinionAt,
  inputTokens: 1000,
  outputTokens: 50,
  microdollars: 1200,
};

test.each([
  [6.9, 0],
  [7, 1],
  [9, 1],
  [11, 1],
  [11.1, 0],
])('a score of %d, where 9 is relevant and the band has 2 points, asks the model %d times', async (score, times) => {
  const world = opinionWorld();
  expect(await world.ask(score)).toEqual(times === 1 ? opinion : undefined);
  expect(world.asked).toHaveLength(times);
});

test('an opinion costs what its tokens cost, and the rest of what was set aside is given back', async () => {
  const world = opinionWorld();
  await world.ask(9);
  expect(await world.ledger.budget('2026-11')).toEqual({
    month: '2026-11',
    microdollars: 1200,
    answered: 1,
    unusable: 0,
    failed: 0,
    overBudget: 0,
  });
});

test('an article that comes again is not asked and paid for again, and has the opinion that was kept', async () => {
  const world = opinionWorld();
  const counted = countOutcomes('second-opinion');
  await world.ask(9);
  expect(await world.ask(9)).toEqual(opinion);
  expect(world.asked).toHaveLength(1);
  expect(await world.spent()).toBe(1200);
  expect(counted).toEqual({ given: 1, 'asked-before': 1 });
});

test('after a crash between question and answer it is not asked again', async () => {
  const world = opinionWorld();
  await world.ledger.take('article', '1.3', opinionAt);
  expect(await world.ask(9)).toBeUndefined();
  expect(world.asked).toEqual([]);
});

test('the month’s budget holds for the worst case before the call, and a text without room is asked later', async () => {
  const world = opinionWorld({ monthlyDollars: 0.005 });
  const counted = countOutcomes('second-opinion');
  expect(await world.ask(9)).toBeUndefined();
  expect([world.asked.length, await world.spent()]).toEqual([0, 0]);
  expect(counted).toEqual({ 'over-budget': 1 });
  world.needs.opinionRules.monthlyDollars = 1;
  expect(await world.ask(9)).toEqual(opinion);
});

test('many articles at once never spend more than the month has', async () => {
  const world = opinionWorld({ monthlyDollars: 0.05 });
  await Promise.all(Array.from({ length: 200 }, (_, index) => world.ask(9, `article ${index}`)));
  const budget = await world.ledger.budget('2026-11');
  expect(budget?.microdollars).toBeLessThanOrEqual(50_000);
  expect(budget?.answered).toBe(world.asked.length);
  expect((budget?.answered ?? 0) + (budget?.overBudget ?? 0)).toBe(200);
});

test.each([
  ['nothing', null],
  ['a text', 'relevant'],
  ['another verdict', { ...goodAnswer, verdict: 'very relevant' }],
  ['another theme', { ...goodAnswer, themes: ['testimony', 'sport'] }],
  ['one field more', { ...goodAnswer, send: 'mail' }],
  ['one field less', { verdict: 'relevant', themes: [] }],
  ['an empty reason', { ...goodAnswer, reason: ' \n ' }],
  ['nine themes', { ...goodAnswer, themes: Array(9).fill('denial') }],
])('an answer that holds %s is no usable one: counted, paid for, and not kept', async (_, answer) => {
  const world = opinionWorld();
  const counted = countOutcomes('second-opinion');
  world.model.reply = answered(answer);
  expect(await world.ask(9)).toBeUndefined();
  expect(counted).toEqual({ 'no-usable-answer': 1 });
  expect(await world.ledger.budget('2026-11')).toMatchObject({ microdollars: 1200, unusable: 1, answered: 0 });
});

test('a reason is one line of at most 300 characters, a theme said twice is said once', async () => {
  const world = opinionWorld();
  world.model.reply = answered({
    verdict: 'relevant',
    themes: ['denial', 'denial'],
    reason: `a\n\u202Eb${'ک'.repeat(400)}`,
  });
  expect(await world.ask(9)).toMatchObject({ themes: ['denial'], reason: `a b${'ک'.repeat(297)}` });
});

test('a refusal costs nothing; a call whose end nobody knows keeps the worst case', async () => {
  const world = opinionWorld();
  const counted = countOutcomes('second-opinion');
  world.model.reply = { status: 'refused', billableAttempts: 0, fault: 'AccessDeniedException: no access' };
  expect(await world.ask(9, 'one')).toBeUndefined();
  expect(await world.spent()).toBe(0);
  world.model.reply = { status: 'unknown', billableAttempts: 1, fault: 'TimeoutError: late' };
  await world.ask(9, 'two');
  const once = await world.spent();
  world.model.reply = { status: 'unknown', billableAttempts: 2, fault: 'TimeoutError: late' };
  await world.ask(9, 'three');
  expect(once).toBeGreaterThan(2000);
  expect(await world.spent()).toBe(3 * once);
  expect(await world.ledger.budget('2026-11')).toMatchObject({
    failed: 3,
    lastFault: 'TimeoutError: late',
    lastFaultAt: opinionAt,
  });
  expect(counted).toEqual({ failed: 3 });
});
