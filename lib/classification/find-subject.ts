import type { Cue } from './cue-finder.ts';
import { agentBehind, isDoneTo } from './find-agent.ts';
import { AT_ONCE } from './find-quoter.ts';
import { AND, type SpeakerPhrase } from './find-speakers.ts';
import type { Clause } from './quotation-clauses.ts';
import type { FactField } from './read-fact-field.ts';
import { speakerGrammar } from './speaker-words.ts';
import { gapAfter, wordAt } from './word-at.ts';

/** Where a clause stands: before its quotation or behind it. */
export type Side = 'lead' | 'tail';

/** What stands beside the verb and is no speaker's name, only a word for one named before. */
export function subjectOf(
  field: FactField,
  clause: Clause,
  { kind, firstWord, lastWord }: Cue,
  all: readonly SpeakerPhrase[],
  side: Side,
  language: string,
): SpeakerPhrase | 'pronoun' | undefined {
  const phrases = all.filter(
    (phrase) =>
      phrase.kind !== 'written' || phrase.firstWord < phrase.lastWord || isBeside(field, phrase, firstWord, lastWord),
  );
  const before = phrases.filter((phrase) => phrase.lastWord < firstWord);
  const after = phrases.filter((phrase) => phrase.firstWord > lastWord);
  const [next] = after;
  if (kind === 'said-by') return next && next.firstWord - lastWord <= AT_ONCE ? next : undefined;
  if (kind === 'said-of') return before.at(-1);
  const { pronouns } = speakerGrammar(language);
  if (firstWord > clause.firstWord && pronouns.has(wordAt(field, firstWord - 1))) return 'pronoun';
  const hasPronounBehind = pronouns.has(wordAt(field, lastWord + 1)) && !/[^\s-]/u.test(gapAfter(field, lastWord));
  if (kind !== 'tells' && hasPronounBehind && (side === 'tail' || before.length === 0)) return 'pronoun';
  if (language === 'ar') return next ?? before.at(-1);
  // Persian never has its subject behind «گفت», where what is said begins.
  if (language === 'fa') return firstOfMain(field, before);
  if (language === 'tr') return before[0] ?? (kind === 'tells' ? undefined : next);
  const agent = agentBehind(field, clause, lastWord, language);
  if (agent || isDoneTo(field, clause, firstWord, language)) return agent;
  // "Rajavi thanked Rehman and said": who thanked.
  if (before.length > 1 && AND.test(wordAt(field, firstWord - 1))) return firstOfVerbs(field, before, firstWord);
  const behind = kind === 'tells' || CONJUNCTION.test(wordAt(field, lastWord + 1)) ? undefined : next;
  const own = side === 'tail' ? firstSubject(field, before) : nearestSubject(field, before, firstWord);
  if (!own || !behind) return own ?? behind;
  // “…” despite being the envoy, said another witness. När Raisi sökte upp honom invände Montazeri.
  const isInverted =
    side === 'tail'
      ? own.firstWord > clause.firstWord + 2 && isSetApart(field, firstWord)
      : own.reach < firstWord - 1 && behind.firstWord === lastWord + 1;
  return isInverted ? behind : own;
}

/** As they are folded. */
const CONJUNCTION = /^(?:that|que|dass|att|at|che|dat|что|ان|که|ze|etta)$/u;

/** Who does what stands before "and said" has said it; where commas part the two, nobody knows. */
function firstOfVerbs(field: FactField, before: readonly SpeakerPhrase[], verb: number): SpeakerPhrase | undefined {
  const [first] = before;
  return first && hasCommaBetween(field, first.reach, verb) ? undefined : first;
}

/** "Raisi said", "Morrison, Vindman’s superior, said": a single capitalised word is a name only beside the verb. */
function isBeside(field: FactField, phrase: SpeakerPhrase, firstWord: number, lastWord: number): boolean {
  if (phrase.lastWord === firstWord - 1) return !/[^\s]/u.test(gapAfter(field, phrase.lastWord));
  if (phrase.lastWord < firstWord && hasComma(field, phrase.lastWord)) return isSetApart(field, firstWord);
  return phrase.firstWord === lastWord + 1 && !/[^\s]/u.test(gapAfter(field, lastWord));
}

/** As they are folded. */
const RELATIVE =
  /^(?:who|whom|whose|which|that|qui|dont|der|die|das|som|que|quien|che|cui|wie|dat|которыи|которая|которые|که|الذی|التی|الذین|joka|ktory|ktora)$/u;

const hasComma = (field: FactField, word: number) => /[,،]/u.test(gapAfter(field, word));

/** Whether a comma stands behind one of the words from the first on, the end not included. */
function hasCommaBetween(field: FactField, first: number, end: number): boolean {
  for (let word = first; word < end; word += 1) if (hasComma(field, word)) return true;
  return false;
}

const isSetApart = (field: FactField, verb: number) => hasComma(field, verb - 1);

/** The last one before a comma or a relative clause: "Chief coach Billy Donovan, who …, said". */
function firstSubject(field: FactField, before: readonly SpeakerPhrase[]): SpeakerPhrase | undefined {
  const [first] = before;
  const end = before.find((phrase) => hasComma(field, phrase.reach) || isRelative(field, phrase));
  if (!first || !end) return before.at(-1);
  return hasCommaBetween(field, first.reach, end.firstWord) ? first : end;
}

const isRelative = (field: FactField, { reach }: SpeakerPhrase) => RELATIVE.test(wordAt(field, reach + 1));

/** The one before the verb, passing over what commas or a relative clause set apart: "Amnesty, which asked survivors, said". */
function nearestSubject(field: FactField, before: readonly SpeakerPhrase[], verb: number): SpeakerPhrase | undefined {
  const inFront = isSetApart(field, verb) ? before.find(({ reach }) => hasComma(field, reach)) : undefined;
  const last = before.at(-1);
  const isOpen = ({ reach }: SpeakerPhrase) => !hasCommaBetween(field, reach, last?.firstWord ?? 0);
  return inFront ?? before.find((phrase) => isRelative(field, phrase) && isOpen(phrase)) ?? last;
}

/** «سال‌ها بعد که نوار منتظری پخش شد، مادرم گفت»: the first one behind a clause that «که» opens before anybody is named. */
export function firstOfMain(field: FactField, phrases: readonly SpeakerPhrase[]): SpeakerPhrase | undefined {
  const [first, ...others] = phrases;
  if (!first || !isInKeClause(field, first.firstWord)) return first;
  return others.find(({ firstWord }) => hasComma(field, firstWord - 1)) ?? first;
}

/** Words before a name within which «که» makes it part of a clause that only leads in. */
const KE_REACH = 3;

function isInKeClause(field: FactField, word: number): boolean {
  for (let at = word - 1; at >= word - KE_REACH && !/[.!?؟:؛،]/u.test(gapAfter(field, at)); at -= 1) {
    if (wordAt(field, at) === 'که') return true;
  }
  return false;
}
