import { detectLanguage } from '../articles/detect-language.ts';
import { chooseOrdinal } from './choose-ordinal.ts';
import type { CompiledNames } from './compile-names.ts';
import { type Facts, MOST_FACTS, type OrdinalFact } from './facts.ts';
import { findEvents } from './find-events.ts';
import { findFigures } from './find-figures.ts';
import { findNames } from './find-names.ts';
import { findOrdinals } from './find-ordinals.ts';
import { findQuotations } from './find-quotations.ts';
import { findWordings } from './find-wordings.ts';
import { judgeFactSubject } from './judge-fact-subject.ts';
import { readFactField } from './read-fact-field.ts';

export interface FactText {
  title: string;
  text: string;
  /** BCP 47; detected from the text when absent. */
  language?: string | undefined;
  /** ISO 8601; only compared with what ordinals imply, never filled from them. */
  publishedAt?: string | undefined;
  /** Whether the classification found it relevant: such a text need not name year or country. */
  isRelevant?: boolean | undefined;
}

/** What the text says about its subject. Never throws on any text; linear in its length. */
export function findFacts(input: FactText, names: CompiledNames): Facts {
  const language = detectLanguage(`${input.title}\n${input.text}`, input.language);
  const finder = names.finder(language);
  const title = readFactField('title', input.title, finder);
  const text = readFactField('text', input.text, finder);
  const fields = [title, text];
  const isOnSubject = input.isRelevant === true || judgeFactSubject(fields, language);
  const year = input.publishedAt === undefined ? undefined : new Date(input.publishedAt).getUTCFullYear();
  const found = fields.flatMap((field) => findOrdinals(field, isOnSubject, language));
  const ordinal = chooseOrdinal(found, input.isRelevant === true);
  const ordinals = found.map(({ fact }) => withMismatch(fact, year));
  return {
    schemaVersion: 1,
    namesVersion: names.version,
    ...(ordinal !== undefined && { ordinal }),
    ordinals: ordinals.slice(0, MOST_FACTS),
    figures: (isOnSubject ? findFigures(fields, ordinals, { language, nameOf: names.nameOf }) : []).slice(
      0,
      MOST_FACTS,
    ),
    wordings: (isOnSubject ? findWordings(fields) : []).slice(0, MOST_FACTS),
    quotations: fields.flatMap((field) => findQuotations(field, language, names.nameOf)).slice(0, MOST_FACTS),
    names: findNames(fields, names.nameOf).slice(0, MOST_FACTS),
    events: (isOnSubject ? findEvents(fields) : []).slice(0, MOST_FACTS),
  };
}

function withMismatch(fact: OrdinalFact, year: number | undefined): OrdinalFact {
  const { impliedFrom, impliedTo } = fact;
  if (year === undefined || Number.isNaN(year) || impliedFrom === undefined || impliedTo === undefined) return fact;
  return { ...fact, isMismatch: year < impliedFrom || year > impliedTo };
}
