import type { Cue } from './cue-finder.ts';
import { findNounPhrase } from './find-noun-phrase.ts';
import { handedOver, orderOf, quoterBehind } from './find-quoter.ts';
import { findSpeakers, type SpeakerPhrase } from './find-speakers.ts';
import { firstOfMain, type Side, subjectOf } from './find-subject.ts';
import { type Clause, clauseAfter, clauseBefore } from './quotation-clauses.ts';
import { type FactField, spanOf } from './read-fact-field.ts';
import { gapAfter, wordAt } from './word-at.ts';
import { wordOfSpeaker } from './word-speaker.ts';

/** Who speaks: a known name, or the words of the text. */
export interface Speaker {
  id?: string;
  words: string;
}

/** What a sentence says about whose a quotation is. */
export interface Attribution {
  /** Of the word of speaking. */
  ruleId: string;
  /** Absent where the sentence says "she", "the statement" or nothing. */
  speaker?: Speaker;
  /** Who passes the words on. */
  quoter?: Speaker;
  /** A pronoun speaks: who was named before. */
  isPronoun: boolean;
}

/** Words between a quotation and the word of speaking. */
const VERB_REACH = { lead: 16, tail: 10 };
/** Languages whose subject may stand before the quotation and the verb behind it: Recevi, “…” dedi. */
const VERB_LAST = new Set(['tr', 'fa']);

/**
 * Who says a quotation, by the word of speaking in its own sentence: what follows the quotation is looked at before what
 * leads in, unless a colon does. No name of another sentence is ever taken.
 *
 * @returns undefined when the sentence has no word of speaking
 */
export function findSpeaker(field: FactField, place: number, language: string): Attribution | undefined {
  const lead = clauseBefore(field, place);
  const tail = clauseAfter(field, place);
  const isLedIn = /[:,،：]\s*["“„«‘]*\s*$/u.test(gapAfter(field, lead.lastWord));
  const inLead = attributionIn(field, lead, 'lead', language);
  if (isLedIn && inLead) return inLead;
  const inTail = tail && attributionIn(field, tail, 'tail', language);
  if (!inTail) return inLead;
  if (inTail.speaker || inTail.isPronoun || inLead || !VERB_LAST.has(language)) return inTail;
  const subjects = findSpeakers(field, lead, language);
  // Gohardeşt cezaevinden kurtulan bir tutuklu, “…” dedi: the noun before the comma.
  const subject = language === 'tr' ? subjects.at(-1) : firstOfMain(field, subjects);
  return subject ? { ...inTail, speaker: speakerOf(field, subject, language) } : inTail;
}

const VERBS = ['speech', 'tells', 'said-by', 'said-of'];
const ATTRIBUTING = [...VERBS, 'passed-on', 'quotes'];

function attributionIn(field: FactField, clause: Clause, side: Side, language: string): Attribution | undefined {
  const isAttributed = ATTRIBUTING.some((kind) => field.has(kind, clause.firstWord, clause.lastWord));
  if (!isAttributed) return undefined;
  const phrases = findSpeakers(field, clause, language);
  const handed = handedOver(field, clause, phrases, language);
  const verb = verbOf(field, clause, side, phrases);
  const subject = verb && subjectOf(field, clause, verb, phrases, side, language);
  const named = subject === 'pronoun' ? undefined : subject;
  const main = subject || !verb || handed ? named : findNounPhrase(field, clause, verb, side, language);
  const ruleId = (verb ?? handed?.cue)?.ruleId;
  if (ruleId === undefined) return undefined;
  const [speaker, quoter] = handed ? orderOf(handed, main) : [main, quoterBehind(field, clause, phrases, main, verb)];
  return {
    ruleId,
    ...(speaker && { speaker: speakerOf(field, speaker, language) }),
    ...(quoter && { quoter: speakerOf(field, quoter, language) }),
    isPronoun: subject === 'pronoun' && !speaker,
  };
}

/** The word of speaking nearest to the quotation. */
function verbOf(field: FactField, clause: Clause, side: Side, phrases: readonly SpeakerPhrase[] = []): Cue | undefined {
  const { firstWord, lastWord } = clause;
  const cues = VERBS.flatMap((kind) => field.find(kind, firstWord, lastWord))
    .filter((cue) => cue.lastWord <= lastWord && !isPassive(field, cue) && !isSaidBy(field, cue))
    .toSorted((a, b) => a.firstWord - b.firstWord);
  if (side === 'tail') {
    // “…”, insisting that Khomeini had no choice: whoever leads in insists.
    const verb = cues.find((cue) => !cue.ruleId.startsWith('en/') || !wordAt(field, cue.firstWord).endsWith('ing'));
    const isNear =
      verb && (verb.firstWord - firstWord <= VERB_REACH.tail || (phrases[0]?.firstWord ?? lastWord) < verb.firstWord);
    return isNear ? verb : undefined;
  }
  return cues.findLast((cue) => cue.kind === 'said-by' || lastWord - cue.lastWord <= VERB_REACH.lead);
}

/** «نوشته شده بود»: nobody is said to have written. */
const isPassive = (field: FactField, { lastWord }: Cue) => /^شد/u.test(wordAt(field, lastWord + 1));

/** The «گفته» of «به گفته» is no verb. */
function isSaidBy(field: FactField, { kind, firstWord }: Cue): boolean {
  return kind === 'speech' && field.find('said-by', firstWord - 1, firstWord).some((cue) => cue.lastWord >= firstWord);
}

function speakerOf(field: FactField, phrase: SpeakerPhrase, language: string): Speaker {
  if (phrase.id !== undefined) return { id: phrase.id, words: spanOf(field, phrase.firstWord, phrase.lastWord).words };
  return { words: wordOfSpeaker(field, phrase, language) };
}
