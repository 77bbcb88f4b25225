import type { Cue } from './cue-finder.ts';
import type { SpeakerPhrase } from './find-speakers.ts';
import type { Clause } from './quotation-clauses.ts';
import type { FactField } from './read-fact-field.ts';

/** Words between "according to" and whom it names. */
export const AT_ONCE = 4;

interface Handed {
  cue: Cue;
  before: SpeakerPhrase | undefined;
  after: SpeakerPhrase;
}

/** "Radio Farda quoted the daughter as saying", «رادیو فردا به نقل از مادر», "cited by Amnesty". */
export function handedOver(
  field: FactField,
  { firstWord, lastWord }: Clause,
  phrases: readonly SpeakerPhrase[],
  language: string,
): Handed | undefined {
  const passedOn = field.find('passed-on', firstWord, lastWord);
  const quotes = field
    .find('quotes', firstWord, lastWord)
    .filter((cue) => !passedOn.some((other) => other.lastWord >= cue.firstWord && other.firstWord <= cue.firstWord));
  const cue = passedOn[0] ?? quotes[0];
  const [after, second] = phrases.filter((phrase) => cue && phrase.firstWord > cue.lastWord);
  if (!cue || !after || after.firstWord - cue.lastWord > AT_ONCE) return undefined;
  const before = phrases.findLast((phrase) => phrase.lastWord < cue.firstWord);
  // „…“, zitiert Radio Farda eine Schwester.
  const isInverted = !before && second && second.firstWord - after.reach <= AT_ONCE && cue.kind === 'quotes';
  return isInverted && language === 'de' ? { cue, after: second, before: after } : { cue, after, before };
}

/** Of a person and a body the person has spoken; of two alike the one that is quoted. */
export function orderOf(
  { cue, before, after }: Handed,
  subject: SpeakerPhrase | undefined,
): [SpeakerPhrase | undefined, SpeakerPhrase | undefined] {
  const other = subject && subject !== after ? subject : before;
  if (cue.kind === 'quotes') return [after, other];
  const isBody = ({ kind }: SpeakerPhrase) => kind === 'organisation' || kind === 'written';
  if (!other) return isBody(after) ? [undefined, after] : [after, undefined];
  return isBody(other) && !isBody(after) ? [after, other] : [other, after];
}

/** "her mother said, according to Radio Farda". */
export function quoterBehind(
  field: FactField,
  { lastWord }: Clause,
  phrases: readonly SpeakerPhrase[],
  speaker: SpeakerPhrase | undefined,
  verb: Cue | undefined,
): SpeakerPhrase | undefined {
  if (!speaker || !verb || verb.kind === 'said-by') return undefined;
  const cue = field.find('said-by', verb.lastWord + 1, lastWord)[0];
  const quoter = cue && phrases.find((phrase) => phrase.firstWord > cue.lastWord);
  return quoter && quoter !== speaker && quoter.firstWord - cue.lastWord <= AT_ONCE ? quoter : undefined;
}
