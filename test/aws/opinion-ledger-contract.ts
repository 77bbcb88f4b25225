import { expect, test } from 'vitest';
import type { OpinionLedger } from '../../lib/classification/opinion-ledger.ts';
import type { SecondOpinion } from '../../lib/classification/second-opinion.ts';

const at = '2026-11-23T08:00:00.000Z';
const later = '2026-11-24T08:00:00.000Z';
const opinion: SecondOpinion = {
  verdict: 'relevant',
  themes: ['testimony'],
  reason: 'A relative tells of 1988.',
  model: 'a-model',
  promptVersion: '1.1',
  at,
  inputTokens: 1200,
  outputTokens: 60,
  microdollars: 90,
};

/** What every OpinionLedger keeps. */
export function keepsOpinions(ledgerOf: () => OpinionLedger): void {
  test('a question is one caller’s, whoever asks at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ledgerOf().take('a1', '1.1', at)));
    expect(answers.filter((before) => before === undefined)).toHaveLength(1);
    expect(answers.filter((before) => before?.askedAt === at)).toHaveLength(7);
  });

  test('an answer that was kept comes back to who asks again; another version of the prompt is another question', async () => {
    await ledgerOf().take('a2', '1.1', at);
    await ledgerOf().keep('a2', opinion);
    expect(await ledgerOf().take('a2', '1.1', later)).toEqual({ articleId: 'a2', askedAt: at, opinion });
    expect(await ledgerOf().take('a2', '1.2', later)).toBeUndefined();
  });

  test('a question that was given back can be taken anew', async () => {
    await ledgerOf().take('a3', '1.1', at);
    await ledgerOf().giveBack('a3', '1.1');
    expect(await ledgerOf().take('a3', '1.1', later)).toEqual({ articleId: 'a3' });
    expect((await ledgerOf().take('a3', '1.1', later))?.askedAt).toBe(later);
  });

  test('no more is set aside in a month than its limit, whoever asks at the same time', async () => {
    const granted = await Promise.all(Array.from({ length: 10 }, () => ledgerOf().reserve('2026-10', 300, 1000)));
    expect(granted.filter(Boolean)).toHaveLength(3);
    expect(await ledgerOf().budget('2026-10')).toEqual({
      month: '2026-10',
      microdollars: 900,
      answered: 0,
      unusable: 0,
      failed: 0,
      overBudget: 7,
    });
  });

  test('what a call did not use is there for the next; ends and the last fault are counted', async () => {
    expect(await ledgerOf().reserve('2026-09', 1000, 1000)).toBe(true);
    await ledgerOf().settle('2026-09', 900, 'answered');
    expect(await ledgerOf().reserve('2026-09', 900, 1000)).toBe(true);
    await ledgerOf().settle('2026-09', 900, 'failed', { says: 'AccessDeniedException: no', at });
    await ledgerOf().reserve('2026-09', 100, 1000);
    await ledgerOf().settle('2026-09', 50, 'unusable');
    expect(await ledgerOf().budget('2026-09')).toEqual({
      month: '2026-09',
      microdollars: 150,
      answered: 1,
      unusable: 1,
      failed: 1,
      overBudget: 0,
      lastFault: 'AccessDeniedException: no',
      lastFaultAt: at,
    });
  });

  test('the first question of a month is held to the limit too, and another month has its own', async () => {
    expect(await ledgerOf().reserve('2026-08', 1001, 1000)).toBe(false);
    expect(await ledgerOf().reserve('2026-07', 1000, 1000)).toBe(true);
    expect((await ledgerOf().budget('2026-08'))?.microdollars).toBe(0);
    expect(await ledgerOf().budget('2026-06')).toBeUndefined();
  });
}
