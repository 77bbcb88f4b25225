import { z } from 'zod';

export const Theme = z.enum([
  'anniversary',
  'accountability',
  'testimony',
  'evidence',
  'officials',
  'denial',
  'repression',
  'politics',
]);
export type Theme = z.infer<typeof Theme>;

/** What one rule found in one place. Offsets are UTF-16 code units into the original title or text. */
export const Match = z.object({
  /** For example "en/event/1988-massacre"; names an entry of the lexicon, or a built-in rule. */
  ruleId: z.string(),
  field: z.enum(['title', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words as they stand in the original. */
  words: z.string(),
  /** What this match added to the score; negative for counter-evidence, 0 for a theme cue or a capped repetition. */
  points: z.number(),
  themes: z.array(Theme),
  /** What words of this rule add, where they count in full, to the log odds of themes that the text has; absent where none. */
  themePoints: z.partialRecord(Theme, z.number()).optional(),
});
export type Match = z.infer<typeof Match>;

export const Relevance = z.enum(['relevant', 'passing-mention', 'off-topic']);
export type Relevance = z.infer<typeof Relevance>;

export const Classification = z.object({
  relevance: Relevance,
  score: z.number(),
  /** The score from which a text is relevant. */
  threshold: z.number(),
  themes: z.array(Theme),
  /** The language whose terms were used, "und" when only names and years were. */
  language: z.string(),
  matches: z.array(Match),
  ruleSetVersion: z.string(),
});
export type Classification = z.infer<typeof Classification>;

export interface ClassifiableText {
  title: string;
  text: string;
  /** BCP 47; detected from the text when absent. */
  language?: string | undefined;
}
