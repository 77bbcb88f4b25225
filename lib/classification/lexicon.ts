import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { plainIssue } from '../feeds/plain-issue.ts';
import { Theme } from './classification.ts';
import { LexiconForm } from './lexicon-form.ts';
import { readConfigJson } from './read-config-json.ts';

/** What part a term plays; the first part of its name in the lexicon. */
export const Role = z.enum([
  /** Names the event by itself. */
  'event',
  'year',
  'decade',
  'killing',
  'captive',
  'grave',
  /** Khavaran, also a quarter of Tehran. */
  'site',
  /** Khomeini's decree. */
  'order',
  'law',
  'tape',
  'noury',
  'montazeri',
  'official',
  'mek',
  /** Next of kin of the killed. */
  'family',
  /** What prisons are told by: cells, blindfolds, a bag with belongings. */
  'ward',
  /** What that summer is told by: blindfolds, one question, ropes, lorries at night, a bag handed to the family. */
  'rite',
  /** Who was there: survivors, former prisoners, witnesses in court. */
  'witness',
  /** Someone tells what was. */
  'voice',
  /** Says that the text is about Iran. */
  'iran',
  /** A body of the Iranian state that speaks: its foreign ministry, state television. */
  'organ',
  /** How a verdict or a charge is turned down, or the killing defended. */
  'refusal',
  /** What is done to those who mourn or ask: summoned, turned back, sentenced. */
  'hindrance',
  /** Verbs and kinds of telling: recalls, letter, documentary. Wider than `voice`, and for themes only. */
  'telling',
  /** A theme's word, without weight for relevance. */
  'cue',
  /** Words that no other term may use: "born in 1988". */
  'mask',
]);
export type Role = z.infer<typeof Role>;

const LexiconTerm = z.strictObject({
  forms: z.array(LexiconForm).min(1),
  /** Count only in a text that has one of `forms`, too: a surname alone. */
  shortForms: z.array(LexiconForm).default([]),
  /** Points of one occurrence outside title and lead. 0: takes part in pairs and themes only. */
  weight: z.number().min(0).max(20).default(0),
  themes: z.array(Theme).default([]),
  /** How much of one place a word is for its themes: "years later" is less than "anniversary". */
  strength: z.number().min(0).max(3).default(1),
  /** Comes up with its themes and often without them. */
  isHint: z.boolean().default(false),
  /** Names nothing that happened outside Iran. */
  impliesIran: z.boolean().default(false),
  /** Terms ("any/cue/sweden") beside which the short forms count without a full form, too. */
  unlockedBy: z.array(z.string()).default([]),
});

export const LexiconPair = z.strictObject({
  /** Two terms of these roles in one sentence, at most `within` words between them. */
  roles: z.tuple([Role, Role]),
  within: z.int().min(0).max(60),
  weight: z.number().min(0).max(20),
  /** Points where one stands in a sentence and the other in the next, at most `ACROSS_WORDS` between them. */
  across: z.number().min(0).max(20).default(0),
  themes: z.array(Theme).default([]),
  strength: z.number().min(0).max(3).default(1),
});
export type LexiconPair = z.infer<typeof LexiconPair>;

/** Another event that is easily taken for the subject. */
const ConfusableEvent = z.strictObject({
  forms: z.array(LexiconForm).min(1),
  weight: z.number().min(-20).max(0),
});

const TermName = z.string().regex(new RegExp(`^(${Role.options.join('|')})/[a-z0-9-]+$`), 'must be role/name');
const Name = z.string().regex(/^[a-z0-9-]+$/);

/** What speaks for or against something, each sign by its value times its weight. */
const SignWeights = z.strictObject({ base: z.number(), weights: z.record(z.string().min(1), z.number()) });
export type SignWeights = z.infer<typeof SignWeights>;

/** From which odds on a text has a theme, and how much of what it needs a long one: 1 as fitted, more to be stricter. */
const Need = z.number().min(0.1).max(5).default(1);
const ThemeNeeds = z.strictObject({
  anniversary: Need,
  accountability: Need,
  testimony: Need,
  evidence: Need,
  officials: Need,
  denial: Need,
  repression: Need,
  politics: Need,
} satisfies Record<Theme, typeof Need>);
export type ThemeNeeds = z.infer<typeof ThemeNeeds>;

export const Lexicon = z.strictObject({
  version: z.string().min(1),
  thresholds: z.strictObject({
    /** Score from which a text is relevant, and from which it mentions the subject. */
    relevant: z.number().positive(),
    mention: z.number().positive(),
    /** Points that make a sentence one about the subject. */
    subjectSentence: z.number().positive(),
    themes: ThemeNeeds.prefault({}),
  }),
  factors: z.strictObject({ title: z.number().min(1), lead: z.number().min(1) }),
  /** Most points of one sentence before factors, and most occurrences of one rule that count. */
  caps: z.strictObject({ sentence: z.number().positive(), occurrences: z.int().min(1) }),
  pairs: z.record(Name, LexiconPair),
  /**
   * How a text is judged by what stands where in it, in points and, of themes, as log odds: fitted to the labelled texts
   * by `npm run fit`. Without them the points of the words decide, and there are no themes.
   */
  judgement: z
    .strictObject({
      relevance: SignWeights,
      /** Points of words that a text of the language opens with, as they are folded. */
      words: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string().min(1), z.number())).default({}),
      themes: z.partialRecord(Theme, SignWeights),
    })
    .optional(),
  confusables: z.record(Name, ConfusableEvent),
  /** Terms by language; "any" holds in every language. */
  languages: z
    .record(
      z.string().regex(/^(any|[a-z]{2})$/, 'is no language: name it by its two letters, or "any"'),
      z.strictObject({
        /** Texts of this language need no word that says they are about Iran. */
        impliesIran: z.boolean().default(false),
        terms: z.record(TermName, LexiconTerm),
      }),
    )
    .refine((languages) => 'any' in languages, { path: ['any'], message: 'is missing' }),
});
export type Lexicon = z.infer<typeof Lexicon>;

const LEXICON_FILE = 'config/lexicon.json';

/**
 * @param data the parsed JSON
 * @throws InvalidInputError that names the file, the entry and what is wrong with it, one entry a line
 */
export function parseLexicon(data: unknown, source: string = LEXICON_FILE): Lexicon {
  const parsed = Lexicon.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(parsed.error.issues.map((issue) => `${source}: ${describe(issue)}`).join('\n'));
}

/** @param path the lexicon in the working directory's config folder when absent */
export function readLexicon(path: string = LEXICON_FILE): Lexicon {
  return parseLexicon(readConfigJson(path), path);
}

/** languages.fa.terms.event/koshtar-67.weight is for the operator fa/event/koshtar-67: weight must be … */
function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String);
  const [first, second, third, fourth, ...rest] = path;
  if (first === 'languages' && third === 'terms' && fourth) return said(`${second}/${fourth}`, rest, issue);
  if ((first === 'pairs' || first === 'confusables') && second !== undefined)
    return said(`${first}/${second}`, path.slice(2), issue);
  return said(first ?? 'the file', path.slice(1), issue);
}

function said(entry: string, field: readonly string[], issue: z.core.$ZodIssue): string {
  const where = field.join('.');
  return `${entry}: ${where ? `${where} ` : ''}${plainIssue(issue)}`;
}
