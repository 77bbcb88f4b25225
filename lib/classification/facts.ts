import { z } from 'zod';

/** Where a fact stands and which rule found it. Offsets are UTF-16 code units into the original title or text. */
const Found = z.object({
  ruleId: z.string(),
  field: z.enum(['title', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words as they stand in the original. */
  words: z.string(),
});

/** An anniversary, or a span of years since the event. */
export const OrdinalFact = Found.extend({
  ordinal: z.int().min(1).max(99),
  kind: z.enum(['anniversary', 'years-on', 'decades']),
  /** Whose it is: the killings of 1988, another event, or a body's own birthday or another beginning. */
  of: z.enum(['event', 'other-event', 'organisation']),
  /** "more than 30 years": the number is a least one. */
  isAtLeast: z.boolean(),
  /** 1988 and the ordinal; of the event only. */
  impliedYear: z.int().optional(),
  /** First and last year that the words allow: "30 years on" may be one off, three decades two. */
  impliedFrom: z.int().optional(),
  impliedTo: z.int().optional(),
  /** The published year is outside them. Absent where no published date is known. */
  isMismatch: z.boolean().optional(),
});
export type OrdinalFact = z.infer<typeof OrdinalFact>;

/** How many, as the text puts it. */
export const FigureFact = Found.extend({
  /** The number, or the lower end of a range; absent where the text gives a qualifier only. */
  value: z.number().optional(),
  /** The upper end of a range. */
  to: z.number().optional(),
  /** "over", "thousands" … */
  qualifier: z.string().optional(),
  unit: z.enum(['executed', 'deaths', 'victims', 'prisoners', 'people', 'names', 'graves', 'unstated']),
  /** Whom the text credits: canonical id, and name as shown, or its words. */
  creditedId: z.string().optional(),
  creditedTo: z.string().optional(),
  /** At most 300 characters of it. */
  sentence: z.string(),
});
export type FigureFact = z.infer<typeof FigureFact>;

/** What the text calls the killings, its first place. */
export const WordingFact = Found.extend({
  wording: z.string(),
  /** In the outlet's own voice or inside a quotation. */
  voice: z.enum(['outlet', 'quotation']),
  isHedged: z.boolean(),
  /** The sentence says that it was none: "was not a massacre". Absent otherwise. */
  isDenied: z.literal(true).optional(),
  count: z.int().min(1),
});
export type WordingFact = z.infer<typeof WordingFact>;

/** Speech in quotation marks; `words` holds at most its first 400 characters. */
export const QuotationFact = Found.extend({
  speaker: z.string().optional(),
  speakerId: z.string().optional(),
  /** Who quotes the speaker, where a quotation stands inside another one. */
  quotedBy: z.string().optional(),
  quotedById: z.string().optional(),
  isCut: z.boolean(),
});
export type QuotationFact = z.infer<typeof QuotationFact>;

/** A person or body named in the text, its first place. */
export const NameFact = Found.extend({
  id: z.string(),
  kind: z.enum(['person', 'organisation']),
  /** As shown to readers. */
  name: z.string(),
  count: z.int().min(1),
});
export type NameFact = z.infer<typeof NameFact>;

/** What takes place, as far as the text says it. */
export const EventFact = Found.extend({
  kind: z.enum(['conference', 'exhibition', 'trial', 'rally', 'ceremony', 'publication']),
  place: z.string().optional(),
  date: z
    .object({
      calendar: z.enum(['gregorian', 'persian']),
      year: z.int().optional(),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
    })
    .optional(),
});
export type EventFact = z.infer<typeof EventFact>;

/** At most this many of each kind are kept, the first ones. */
export const MOST_FACTS = 20;

/** What a text says about its subject, each with its place. Nobody's claim is judged. */
export const Facts = z.object({
  schemaVersion: z.literal(1),
  namesVersion: z.string(),
  /** The anniversary that the text is about; no span of "more than" so many years, no body's birthday. */
  ordinal: z.int().optional(),
  ordinals: z.array(OrdinalFact).max(MOST_FACTS),
  figures: z.array(FigureFact).max(MOST_FACTS),
  wordings: z.array(WordingFact).max(MOST_FACTS),
  quotations: z.array(QuotationFact).max(MOST_FACTS),
  names: z.array(NameFact).max(MOST_FACTS),
  events: z.array(EventFact).max(MOST_FACTS),
});
export type Facts = z.infer<typeof Facts>;
