import type { Cue } from './cue-finder.ts';
import type { SpeakerPhrase } from './find-speakers.ts';
import type { Side } from './find-subject.ts';
import type { Clause } from './quotation-clauses.ts';
import type { FactField } from './read-fact-field.ts';
import { speakerGrammar } from './speaker-words.ts';
import { wordAt } from './word-at.ts';
import { isParted, isVerb } from './word-speaker.ts';

/** Words of a speaker, its articles included: "one of the two elderly complainants". */
const MOST_WORDS = 6;
/** Languages in which a noun is known by the article before it, and the verb may stand before its subject. */
const WITH_ARTICLES = new Set(['en', 'fr', 'de', 'sv', 'no', 'da', 'es', 'it', 'nl']);
/** Those whose verb stands second, so that the subject follows it in a lead-in as well: Danach sagte eine Klägerin: „…“ */
const VERB_SECOND = new Set(['de', 'sv', 'no', 'da', 'nl']);

/**
 * A speaker by a noun that no list has, known by its article and by standing beside the word of speaking: “…,” said one
 * of the complainants.
 */
export function findNounPhrase(
  field: FactField,
  clause: Clause,
  verb: Cue,
  side: Side,
  language: string,
): SpeakerPhrase | undefined {
  const isActive = verb.kind === 'speech' || verb.kind === 'tells';
  if (!isActive || !WITH_ARTICLES.has(language)) return undefined;
  const before = phraseFrom(field, clause.firstWord, verb.firstWord - 1, language);
  if (before && before.lastWord === verb.firstWord - 1 && !isParted(field, before.lastWord)) return before;
  const isInverted = verb.kind === 'speech' && (side === 'tail' || VERB_SECOND.has(language));
  if (!isInverted || isParted(field, verb.lastWord)) return undefined;
  return phraseFrom(field, verb.lastWord + 1, clause.lastWord, language);
}

/** From an article to a comma, a preposition or a relative word; absent where another word comes first or none ends it. */
function phraseFrom(field: FactField, first: number, end: number, language: string): SpeakerPhrase | undefined {
  const { before, of, genitive, prepositions, pronouns } = speakerGrammar(language);
  const isSmall = (word: number) => before.has(wordAt(field, word)) || of.has(wordAt(field, word));
  const article = wordAt(field, first);
  if (first > end || !before.has(article) || genitive.has(article) || POINTERS.has(article)) return undefined;
  let last = first;
  for (; last < end && !isParted(field, last); last += 1) {
    const next = wordAt(field, last + 1);
    const endsHere = (prepositions.has(next) && !of.has(next)) || pronouns.has(next) || isVerb(field, last + 1);
    if (endsHere) break;
  }
  if (last - first >= MOST_WORDS || isSmall(last)) return undefined;
  return { kind: 'written', firstWord: first, lastWord: last, reach: last, takesName: false };
}

/** Mostly do not begin a speaker: "said that the", "said this week". */
const POINTERS = new Set(['that', 'this', 'det', 'dat']);
