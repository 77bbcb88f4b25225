import { z } from 'zod';
import { Theme } from '../classification/classification.ts';
import type { RecordHistory } from '../records/record-history.ts';

/** `wrong-theme`: on the subject, but filed under themes that it is not about. */
export const Verdict = z.enum(['relevant', 'not-relevant', 'wrong-theme']);
export type Verdict = z.infer<typeof Verdict>;

export const Vote = z.object({
  verdict: Verdict,
  /** What it is about, in the voter's eyes; with `wrong-theme` alone. */
  themes: z.array(Theme).optional(),
  /** By which the article was labelled when the voter looked at it. */
  ruleSetVersion: z.string(),
  at: z.iso.datetime(),
});
export type Vote = z.infer<typeof Vote>;

/** Within this time a person opens one or two pages and presses a button on each. */
export const BURST_SECONDS = 10;

/** What one reader says of one article: the last vote, and those it replaced. Key: article × voter. */
export const Feedback = Vote.extend({
  schemaVersion: z.literal(1),
  articleId: z.string().regex(/^[0-9a-f]{32}$/),
  /** See `voterOf`: names nobody, and the table holds nothing that leads from it to a mail address. */
  voter: z.string().regex(/^(reader|visitor)-[0-9a-f]{16}$|^operator$/),
  /** Of the last vote, YYYY-MM: the key of the list. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** At most seven, the oldest first: a program that presses every button is known by them. */
  earlier: z.array(Vote).default([]),
  /** Epoch seconds: two years after the last vote. */
  expiresAt: z.int(),
});
export type Feedback = z.infer<typeof Feedback>;

export const feedbackHistory: RecordHistory = { name: "reader's verdict", upgrades: [] };
