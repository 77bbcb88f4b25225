import { z } from 'zod';
import type { RecordHistory } from '../records/record-history.ts';
import { Relevance, Theme } from './classification.ts';

const REASON_CHARS = 300;

/** All that a model may answer: labels of closed lists, and one sentence. Anything else is no usable answer. */
export const OpinionAnswer = z.strictObject({
  verdict: Relevance,
  themes: z.array(Theme).max(Theme.options.length),
  /** Machine-written, and shown as such; what is longer than 300 characters is cut. */
  reason: z
    .string()
    .transform((text) =>
      Array.from(text.replace(/[\p{C}\s]+/gu, ' ').trim())
        .slice(0, REASON_CHARS)
        .join(''),
    )
    .pipe(z.string().min(1)),
});
export type OpinionAnswer = z.infer<typeof OpinionAnswer>;

/** What a language model said of a text near the threshold. It stands beside the rules' decision and changes nothing. */
export const SecondOpinion = z.object({
  verdict: Relevance,
  themes: z.array(Theme),
  reason: z.string(),
  /** As Bedrock names it. */
  model: z.string(),
  promptVersion: z.string(),
  at: z.iso.datetime(),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  /** By the prices of `config/prices.json`, in millionths of a dollar. */
  microdollars: z.int().min(0),
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** That an article was put to a model, so that its delivery twice is not paid for twice. */
export const OpinionQuestion = z.object({
  articleId: z.string(),
  /** Absent when the budget had no room for it: it may be asked again. */
  askedAt: z.iso.datetime().optional(),
  /** Absent when there was no usable answer. */
  opinion: SecondOpinion.optional(),
});
export type OpinionQuestion = z.infer<typeof OpinionQuestion>;

export const opinionQuestionHistory: RecordHistory = { name: 'question to a model', upgrades: [] };
