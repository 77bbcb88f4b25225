import type { Cue } from './cue-finder.ts';
import { findWrittenNames } from './find-written-names.ts';
import type { Clause } from './quotation-clauses.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { type SpeakerGrammar, speakerGrammar } from './speaker-words.ts';
import { gapAfter, wordAt, wordsFrom } from './word-at.ts';
import { isVerb } from './word-speaker.ts';

/** Who may speak: a known name, a noun for people or a body, or a name as the text has it. */
export interface SpeakerPhrase extends Clause {
  kind: 'person' | 'organisation' | 'noun' | 'written';
  /** Canonical id of a known name. */
  id?: string;
  /** Last word of what belongs to it: of "Rehman, the UN rapporteur" the rapporteur. */
  reach: number;
  /** Takes a name in the genitive: the spokesperson of a body, no judge. */
  takesName: boolean;
}

/**
 * Those of a clause who may speak, in order. "The historian Ervand Abrahamian" is the name, "a spokesperson for Amnesty
 * International" and "Noury’s lawyer" are the noun with its name; who follows a preposition is left out.
 */
export function findSpeakers(
  field: FactField,
  clause: Clause,
  language: string,
  role: 'subject' | 'agent' = 'subject',
): SpeakerPhrase[] {
  const grammar = speakerGrammar(language);
  const known = ['person', 'person-short', 'organisation'].flatMap((kind) =>
    field
      .find(kind, clause.firstWord, clause.lastWord)
      .filter(({ value }) => value !== 'death-commission')
      .map((cue) => phraseOf(cue, kind === 'organisation' ? 'organisation' : 'person')),
  );
  const nouns = ['speaker-of', 'speaker'].flatMap((kind) =>
    field.find(kind, clause.firstWord, clause.lastWord).map((cue) => phraseOf(cue, 'noun')),
  );
  const written = findWrittenNames(field, clause, language);
  const people = known.filter(({ kind }) => kind === 'person');
  const bodies = known.filter(({ kind }) => kind === 'organisation');
  // "Ambassador Sondland", "United Nations High Commissioner": the longer run is the name, unless it holds a known person.
  const titled = written.filter(({ firstWord, lastWord }) => firstWord < lastWord && !endsWithOne(bodies, lastWord));
  const joined: SpeakerPhrase[] = [];
  for (const next of withoutOverlaps([...people, ...titled, ...bodies, ...nouns, ...written], clause)) {
    const last = joined.pop();
    joined.push(...(last ? join(field, last, next, grammar, language) : [next]));
  }
  if (role === 'agent') return joined;
  const kept: SpeakerPhrase[] = [];
  let isLastLeftOut = false;
  for (const [place, phrase] of joined.entries()) {
    const previous = joined[place - 1];
    const isCoordinated: boolean =
      isLastLeftOut && previous !== undefined && isList(field, previous.reach, phrase.firstWord);
    isLastLeftOut = isCoordinated || isOther(field, phrase, grammar, language);
    if (!isLastLeftOut) kept.push(phrase);
  }
  return kept;
}

/** "before Raisi, Nayeri and Pourmohammadi". */
function isList(field: FactField, last: number, next: number): boolean {
  if (next === last + 1)
    return /^\s*[,،]\s*$/u.test(gapAfter(field, last)) && /[,،]|^\s+$/u.test(gapAfter(field, next));
  return next === last + 2 && AND.test(wordAt(field, last + 1));
}

export const AND = /^(?:and|or|et|ou|und|oder|och|eller|og|y|e|o|en|of|ve|veya|и|или|و|یا|ja|i)$/u;

const endsWithOne = (phrases: readonly SpeakerPhrase[], word: number) =>
  phrases.some(({ lastWord }) => lastWord === word);

function phraseOf({ kind: cueKind, value, firstWord, lastWord }: Cue, kind: SpeakerPhrase['kind']): SpeakerPhrase {
  const id = kind === 'noun' ? {} : { id: String(value) };
  return { kind, ...id, firstWord, lastWord, reach: lastWord, takesName: cueKind === 'speaker-of' };
}

/** In order; of those that share a word the first of the list, whatever stands where. */
function withoutOverlaps(phrases: readonly SpeakerPhrase[], { firstWord, lastWord }: Clause): SpeakerPhrase[] {
  const taken = new Set<number>();
  const kept = phrases.filter((phrase) => {
    if (phrase.lastWord > lastWord || phrase.firstWord < firstWord) return false;
    for (let word = phrase.firstWord; word <= phrase.lastWord; word += 1) if (taken.has(word)) return false;
    for (let word = phrase.firstWord; word <= phrase.lastWord; word += 1) taken.add(word);
    return true;
  });
  return kept.toSorted((a, b) => a.firstWord - b.firstWord);
}

/** Languages that put a name behind the noun it belongs to without a word between. */
const BARE_GENITIVE = new Set(['fa', 'ar', 'ru', 'pl']);

/** One phrase where both are one speaker, otherwise both. */
function join(
  field: FactField,
  last: SpeakerPhrase,
  next: SpeakerPhrase,
  grammar: SpeakerGrammar,
  language: string,
): SpeakerPhrase[] {
  const tie = tieOf(field, last.reach, next.firstWord, grammar, language);
  if (tie === undefined || (isAddressee(field, next, language) && !last.takesName)) return [last, next];
  const isName = next.kind !== 'noun';
  const lastWithNext = { ...last, reach: next.reach };
  if (last.kind !== 'noun') {
    // "Noury’s lawyer"; but گزارشگر ویژه behind its name is what that one is.
    if (tie === 'beside' && !isName && !BARE_GENITIVE.has(language)) return [{ ...next, firstWord: last.firstWord }];
    if (tie === 'beside' && isName) return next.kind === 'organisation' ? [lastWithNext] : [next];
    // "Turning to Raisi, the prosecutor asked".
    if (tie === 'apposition' && isVerb(field, next.reach + 1)) return [last, next];
    return [lastWithNext];
  }
  if (tie === 'genitive') return [{ ...lastWithNext, lastWord: next.lastWord }];
  if (tie === 'apposition') {
    // "The prosecutor, Kristina Lindhoff Carleson, said"; but "Quoting a survivor, Radio Farda reported".
    const isSetApart = /[^\s'’-]/u.test(gapAfter(field, next.lastWord));
    return isName && next.kind !== 'organisation' && isSetApart ? [next] : [last, next];
  }
  const belongsToIt = last.takesName && (next.id !== undefined || !isName);
  if (BARE_GENITIVE.has(language) && belongsToIt) return [{ ...lastWithNext, lastWord: next.lastWord }];
  return [isName ? next : { ...next, firstWord: last.firstWord }];
}

/** Words between two phrases that are one. */
const MOST_BETWEEN = 3;

/** How two phrases hang together: "… of the …", "…, the …", or side by side. */
function tieOf(field: FactField, last: number, next: number, grammar: SpeakerGrammar, language: string) {
  if (next - last - 1 > MOST_BETWEEN) return undefined;
  const between = wordsFrom(last + 1, next - 1);
  const [firstGap = '', ...otherGaps] = [last, ...between].map((word) => gapAfter(field, word));
  if (otherGaps.some((gap) => /[^\s'’]/u.test(gap))) return undefined;
  const belongsBefore = (word: number) => grammar.before.has(wordAt(field, word));
  if (/^\s*[,،]\s*$/u.test(firstGap)) return between.every(belongsBefore) ? 'apposition' : undefined;
  if (/[^\s'’s-]/u.test(firstGap)) return undefined;
  const [tie, ...rest] = between;
  // المقرر الأممي السابق جاويد رحمن
  const isAdjective = (word: number) => language === 'ar' && wordAt(field, word).startsWith('ال');
  if (tie === undefined || between.every(isAdjective)) return 'beside';
  // مادر یک زندانی
  const isTie = grammar.of.has(wordAt(field, tie)) || (BARE_GENITIVE.has(language) && belongsBefore(tie));
  return isTie && rest.every(belongsBefore) ? 'genitive' : undefined;
}

/** Words that hand the speaker over: what follows their last one is no address. */
const HANDING_OVER = ['said-by', 'passed-on', 'quotes'];

/** Whether it follows a preposition, or is a name in the genitive of something: addressees, places, somebody's trial. */
function isOther(field: FactField, phrase: SpeakerPhrase, grammar: SpeakerGrammar, language: string): boolean {
  const { kind, firstWord, lastWord } = phrase;
  const isTied = (word: number) => !/[^\s'’-]/u.test(gapAfter(field, word));
  if (kind === 'noun' && isTurkishAdverbial(field, lastWord, language)) return true;
  if (kind !== 'noun' && isTurkishCase(field, lastWord, language)) return true;
  // رئیسی را متهم کرد: what has been done to whom.
  if (language === 'fa' && wordAt(field, phrase.reach + 1) === 'را') return true;
  const isBefore = (word: number) => grammar.before.has(wordAt(field, word)) && isTied(word);
  // Folded, Ali is the preposition على.
  const isPreposition = (word: number) =>
    grammar.prepositions.has(wordAt(field, word)) && isTied(word) && spanOf(field, word, word).words !== 'علي';
  let word = firstWord - 1;
  let isGenitive = false;
  const passDeterminers = () => {
    for (; isBefore(word) && !isPreposition(word); word -= 1) isGenitive ||= grammar.genitive.has(wordAt(field, word));
  };
  passDeterminers();
  // "in a separate statement", "to Swedish prosecutors".
  const isAdjective =
    kind === 'noun' && word === firstWord - 1 && !isPreposition(word) && !isVerb(field, word) && isTied(word);
  if (isAdjective && (isBefore(word - 1) || isPreposition(word - 1))) word -= 1;
  passDeterminers();
  const isHandedOver = HANDING_OVER.some((cue) =>
    field.find(cue, word - 3, firstWord - 1).some(({ lastWord }) => lastWord >= word - 1),
  );
  if (isHandedOver) return false;
  return isAddressee(field, phrase, language) || isPreposition(word) || (kind !== 'noun' && isGenitive);
}

/** Açıklamada: in the statement; but annelerden biri, one of the mothers. */
function isTurkishAdverbial(field: FactField, lastWord: number, language: string): boolean {
  return (
    language === 'tr' && /[dt][ae]n?$/u.test(wordAt(field, lastWord)) && !wordAt(field, lastWord + 1).startsWith('biri')
  );
}

/** Raisi’ye: to Raisi; Raisi’nin is whose lawyer it is. */
const isTurkishCase = (field: FactField, lastWord: number, language: string): boolean =>
  language === 'tr' &&
  /^['’]$/u.test(gapAfter(field, lastWord)) &&
  /^(?:y?[aeiu]|[dt][ae]n?|y?l[ae])$/u.test(wordAt(field, lastWord + 1));

/** قالت لرئيسي, قال للقاضي: Arabic writes "to" together with the word. No known name begins so, of nouns the refugee with one letter. */
const isAddressee = (field: FactField, { kind, firstWord }: SpeakerPhrase, language: string): boolean =>
  language === 'ar' && wordAt(field, firstWord).startsWith(kind === 'noun' ? 'لل' : 'ل');
