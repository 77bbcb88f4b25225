import { type AskSecondOpinionNeeds, askSecondOpinion } from '../../lib/classification/ask-second-opinion.ts';
import type { ModelReply, OpinionPrompt } from '../../lib/classification/opinion-model.ts';
import { createMemoryOpinionLedger } from './memory-opinion-ledger.ts';

export const opinionAt = '2026-11-23T08:00:00.000Z';

export const goodAnswer = { verdict: 'off-topic', themes: ['denial'], reason: 'It tells of another event.' };

export const answered = (answer: unknown = goodAnswer): ModelReply => ({
  status: 'answered',
  billableAttempts: 1,
  answer,
  inputTokens: 1000,
  outputTokens: 50,
});

/** Everything that asking needs, in memory: a model that gives the reply it is told to. Its prices: 1 and 4 dollars. */
export function opinionWorld(changes: Partial<AskSecondOpinionNeeds['opinionRules']> = {}) {
  const ledger = createMemoryOpinionLedger();
  const asked: OpinionPrompt[] = [];
  const model = { reply: answered() };
  const needs: AskSecondOpinionNeeds = {
    opinionLedger: ledger,
    opinionModel: {
      id: 'a-model',
      mostAttempts: 2,
      async ask(prompt) {
        asked.push(prompt);
        return model.reply;
      },
    },
    opinionSubject: {
      version: 3,
      subject: 'the sinking of a ferry',
      notThese: ['another ferry'],
      themes: {
        anniversary: 'a',
        accountability: 'b',
        testimony: 'c',
        evidence: 'd',
        officials: 'e',
        denial: 'f',
        repression: 'g',
        politics: 'h',
      },
    },
    opinionRules: { bandPoints: 2, monthlyDollars: 1, prices: { inputDollars: 1, outputDollars: 4 }, ...changes },
    now: () => new Date(opinionAt),
  };
  const text = { title: 'A ferry', text: 'It sank.' };
  return {
    needs,
    ledger,
    model,
    asked,
    ask: (score: number, articleId = 'article') => askSecondOpinion(articleId, text, { score, threshold: 9 }, needs),
    spent: async () => (await ledger.budget('2026-11'))?.microdollars ?? 0,
  };
}
