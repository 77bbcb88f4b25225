import { isCommon, isEveryday, isTelling, isTellingNumber } from './common-words.ts';
import { findActs } from './find-acts.ts';
import { findCities } from './find-cities.ts';
import { findDateline } from './find-dateline.ts';
import { findSittings } from './find-sittings.ts';
import { numbersOf, type Terms, UNSEEN_NAMES } from './read-terms.ts';
import type { ReadStoryText } from './story-text.ts';
import { firstWeekday } from './weekdays.ts';

/** Agreements and contradictions of two texts of one language, counted apart because each says as much as it is rare. */
export interface Evidence {
  /** Telling words that either text writes as a name. */
  names: number;
  /** Other telling words, numbers not among them. */
  words: number;
  /** Of names and words, those that are cities: many an event takes place in each. */
  cities: number;
  /** Of names and words, those that stand in a title. */
  titled: number;
  /** Things of everyday life. */
  everyday: number;
  everydayTitled: number;
  /** Words that many texts on the subject have. */
  commonWords: number;
  /** Whether the language writes names like other words. */
  hasUnseenNames: boolean;
  /** Of both, in digits or words; years, tolls and the anniversary's own are none. */
  figures: number[];
  /** Each has figures, and none is the other's; so for names, and for days of a trial. */
  isFigureConflict: boolean;
  isNameConflict: boolean;
  isSittingConflict: boolean;
  /** Titles or datelines name two cities. */
  isCityConflict: boolean;
  /** One title names a city of which the other text says nothing, which begins with another one. */
  isPlaceConflict: boolean;
  /** The day of the week that each names first is the same, or another. */
  isSameDay: boolean;
  isOtherDay: boolean;
  /** Each tells in title and first words of an act of which the other says nothing. */
  isActConflict: boolean;
  /** A title tells of an act of which the other text says nothing. */
  isTitleAlone: boolean;
  /** Who has told an event and writes anew, mostly tells what came of it. */
  isSameOutlet: boolean;
  /** Telling words of the text that has more of them, and of the other. */
  most: number;
  least: number;
}

/** The terms are those of a and b outside of what they share word for word. */
export function gatherEvidence(a: ReadStoryText, b: ReadStoryText, termsA: Terms, termsB: Terms): Evidence {
  const { language } = a;
  const [tellingA, tellingB] = [tellingOf(termsA, language), tellingOf(termsB, language)];
  const telling = tellingA.filter((stem) => termsB.has(stem));
  const names = telling.filter((stem) => termsA.get(stem)?.isName || termsB.get(stem)?.isName);
  const both = [...termsA.keys()].filter((stem) => termsB.has(stem));
  const everyday = both.filter((stem) => isEveryday(stem, language));
  const isCity = (stem: string) => findCities([{ folded: termsA.get(stem)?.word ?? '' }], language).size > 0;
  const isTitled = (stem: string) => a.titleStems.includes(stem) || b.titleStems.includes(stem);
  const hasName = (stems: readonly string[], terms: Terms) => stems.some((stem) => terms.get(stem)?.isName);
  const [dayA, dayB] = [firstWeekday(a), firstWeekday(b)];
  const [figuresA, figuresB] = [figuresOf(a, termsA), figuresOf(b, termsB)];
  return {
    names: names.length,
    words: telling.length - names.length,
    cities: telling.filter(isCity).length,
    titled: telling.filter(isTitled).length,
    everyday: everyday.length,
    everydayTitled: everyday.filter(isTitled).length,
    commonWords: both.filter((stem) => isCommon(stem, language)).length,
    hasUnseenNames: UNSEEN_NAMES.has(language),
    figures: [...figuresA.intersection(figuresB)],
    isFigureConflict: areApart(figuresA, figuresB),
    isNameConflict: names.length === 0 && hasName(tellingA, termsA) && hasName(tellingB, termsB),
    isSittingConflict: areApart(sittingsOf(a), sittingsOf(b)),
    isCityConflict: areApart(headCities(a), headCities(b)),
    isPlaceConflict: isElsewhere(a, b) || isElsewhere(b, a),
    isSameDay: dayA !== undefined && dayA === dayB,
    isOtherDay: dayA !== undefined && dayB !== undefined && dayA !== dayB,
    isActConflict: tellsOtherActs(a, b) && tellsOtherActs(b, a),
    isTitleAlone: titlesOtherActs(a, b) || titlesOtherActs(b, a),
    isSameOutlet: a.outletId === b.outletId,
    most: Math.max(tellingA.length, tellingB.length),
    least: Math.min(tellingA.length, tellingB.length),
  };
}

const tellingOf = (terms: Terms, language: string) =>
  [...terms.keys()].filter((stem) => !/^\d+$/.test(stem) && isTelling(stem, language));

/** Those in digits outside of shared passages, and those in words. */
function figuresOf(story: ReadStoryText, terms: Terms): Set<number> {
  const inDigits = new Set([...story.titleStems, ...story.stems]);
  const inWords = (story.numbers ?? []).filter(
    (figure) => !inDigits.has(String(figure)) && isTellingNumber(String(figure)) && figure !== story.ordinal,
  );
  return new Set([...numbersOf(story, terms).map(Number), ...inWords]);
}

const sittingsOf = (story: ReadStoryText) => findSittings([...story.titleWords, ...story.words], story.language);

/** Words of a text among which it says where it is. */
const PLACE_WORDS = 40;

/** Of the title, or else of the dateline. */
function headCities({ text, titleWords, language }: ReadStoryText): Set<string> {
  const titled = findCities(titleWords, language);
  return titled.size > 0 ? titled : findCities(findDateline(text), language);
}

/** Words in which a report says what happened. */
const ACT_WORDS = 30;

const titlesOtherActs = (one: ReadStoryText, other: ReadStoryText) =>
  findActs(one.titleStems).difference(findActs([...other.titleStems, ...other.stems])).size > 0;

function tellsOtherActs(one: ReadStoryText, other: ReadStoryText): boolean {
  const acts = findActs([...one.titleStems, ...one.stems.slice(0, ACT_WORDS)]);
  return acts.size > 0 && acts.isDisjointFrom(findActs([...other.titleStems, ...other.stems]));
}

function isElsewhere(one: ReadStoryText, other: ReadStoryText): boolean {
  const titled = headCities(one);
  if (titled.size === 0 || headCities(other).size > 0) return false;
  const named = findCities(other.words, other.language);
  return titled.isDisjointFrom(named) && findCities(other.words.slice(0, PLACE_WORDS), other.language).size > 0;
}

const areApart = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) => a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
