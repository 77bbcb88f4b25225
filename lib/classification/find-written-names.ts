import type { SpeakerPhrase } from './find-speakers.ts';
import type { Clause } from './quotation-clauses.ts';
import { type FactField, spanOf, wordFrom } from './read-fact-field.ts';
import { speakerGrammar } from './speaker-words.ts';
import { wordAt } from './word-at.ts';

const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:al|el|de|del|della|van|von|der|bin|ibn)(?=\s\p{Lu}))*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
/** Capitalised, and nobody's name: days, months, and words that only begin a sentence, in languages with capitals. */
const NOBODY = new Set(
  [
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'January February March April May June July August September October November December',
    'And But Later Then Earlier Afterwards Yesterday Today Still Also Finally Meanwhile However Moreover Previously',
    'Danach Dann Später Dazu Darauf Zuvor Vorher Außerdem Zudem Weiter Dort Hier Heute Gestern So Auch Doch Aber Und Anschließend Schließlich Daraufhin Dabei Damals Trotzdem',
    'Puis Ensuite Hier Enfin Mais Et Auparavant Ainsi Alors Toutefois',
    'Sedan Senare Därefter Dessutom Idag Igår Också Men Och Sen Då Samtidigt',
    'Senere Deretter Derefter Etterpå Bagefter Derpå Desuden Dessuten Også Samtidig Tidligere',
    'Después Luego Ayer Hoy También Además Pero Finalmente Antes',
    'Poi Dopo Ieri Oggi Inoltre Infine Prima Anche Ma Intanto',
    'Daarna Vervolgens Gisteren Vandaag Ook Toen Maar Tenslotte Eerder Bovendien',
    'Sonra Ayrıca Önce Dün Bugün',
    'Потом Затем Позже Вчера Сегодня Также Но',
  ].flatMap((words) => words.split(' ')),
);

/**
 * Runs of capitalised words in a clause that may be somebody's name, without the small words that a sentence begins with.
 * Places are left out. A script without capitals has none.
 */
export function findWrittenNames(field: FactField, clause: Clause, language: string): SpeakerPhrase[] {
  if (clause.lastWord < clause.firstWord) return [];
  const { before, prepositions, pronouns } = speakerGrammar(language);
  const { start, words } = spanOf(field, clause.firstWord, clause.lastWord);
  return [...words.matchAll(CAPITALISED)].flatMap(({ 0: run, index }): SpeakerPhrase[] => {
    const lastWord = wordFrom(field, start + index + run.replace(/[.'’-]+$/u, '').length) - 1;
    let firstWord = wordFrom(field, start + index);
    const isSmall = (word: string) => before.has(word) || prepositions.has(word) || pronouns.has(word);
    // German writes every noun large: "Staatsanwältin Kristina Lindhoff Carleson".
    const isLeadIn = (word: number) =>
      isSmall(wordAt(field, word)) || field.has('said-by', word, word) || (language === 'de' && isNoun(field, word));
    while (firstWord <= lastWord && isLeadIn(firstWord)) firstWord += 1;
    if (firstWord > lastWord || isPlace(field, firstWord, lastWord)) return [];
    if (
      firstWord === lastWord &&
      (isSmall(wordAt(field, firstWord - 1)) || NOBODY.has(spanOf(field, firstWord, lastWord).words))
    )
      return [];
    return [{ kind: 'written', firstWord, lastWord, reach: lastWord, takesName: false }];
  });
}

const isNoun = (field: FactField, word: number) =>
  ['speaker', 'speaker-of'].some((kind) => field.has(kind, word, word));

function isPlace(field: FactField, firstWord: number, lastWord: number): boolean {
  return field.find('place', firstWord, firstWord).some((place) => place.lastWord >= lastWord);
}
