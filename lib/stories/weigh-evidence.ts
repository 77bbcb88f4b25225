import type { Evidence } from './gather-evidence.ts';

/** What else is known of the two. */
export interface Contradictions {
  isDayConflict: boolean;
  isAnswered: boolean;
}

/** Log-odds that two texts of one language, days apart at most, tell one event, before anything is known of them. */
const BEFORE = -8.7;
/** A telling word that both have, a name or not. */
const TELLING = 1.05;
/** So much more where it stands in a title: what a title names, another telling seldom leaves out. */
const TITLED = 0.25;
const MOST_TITLED = 4;
const EVERYDAY = 0.15;
const MOST_EVERYDAY = 6;
const EVERYDAY_TITLED = 1;
const MOST_EVERYDAY_TITLED = 3;
const COMMON_WORD = 0.2;
const MOST_COMMON_WORDS = 15;
/** A number that is neither round nor an age, an hour, a day of the month. */
const RARE_FIGURE = 1.8;
const FIGURE = 0.2;
const MOST_FIGURES = 3;
/** For each of name, word, figure that they agree in: chance seldom hits all three. */
const KIND = 1.2;
/** For names that a language does not write with a capital of their own, from so many words on. */
const UNSEEN_NAME = 1.4;
const UNSEEN_NAME_WORDS = 3;

/** Nothing but cities agrees, or one word besides them, and no figure. */
const ONLY_CITIES = -2.5;
const ONE_BESIDES = -0.7;

const FIGURE_CONFLICT = -0.5;
const NAME_CONFLICT = -1.5;
const CITY_CONFLICT = -4;
const PLACE_CONFLICT = -2.1;
const SITTING_CONFLICT = -5;
const DAY_CONFLICT = -3.5;
const ANSWERED = -3;
const OTHER_DAY = -1.5;
const SAME_DAY = 0.6;
const ACT_CONFLICT = -2;
const TITLE_ALONE = -1;
const SAME_OUTLET = -7;
const SEVERAL_CONFLICTS = -0.5;

/** Telling words of a brief: in longer texts more of them agree by chance, in shorter ones fewer can agree at all. */
const USUAL_WORDS = 50;
const LESS_OF_LONG = 1.05;
const MORE_OF_SHORT = 3.05;
const LEAST_WORDS = 15;

/**
 * Log-odds that two texts tell the same event: each agreement adds what it is worth by its rarity, each contradiction takes
 * off. From a logistic regression on the pairs of the project's own sets, rounded; rare contradictions were set by hand.
 */
export function weighEvidence(evidence: Evidence, { isDayConflict, isAnswered }: Contradictions): number {
  const { names, words, figures } = evidence;
  const most = Math.max(evidence.most, LEAST_WORDS);
  const least = Math.max(evidence.least, LEAST_WORDS);
  const brevity = Math.min(1, USUAL_WORDS / most);
  const telling = Math.max(0, TELLING + LESS_OF_LONG * Math.log(brevity));
  const rare = figures.filter(isRare).length;
  const kinds = Number(names > 0) + Number(words > 0) + Number(figures.length > 0);
  return (
    BEFORE +
    (names + words) * telling +
    Math.min(evidence.titled, MOST_TITLED) * TITLED +
    Math.min(evidence.everyday, MOST_EVERYDAY) * EVERYDAY * brevity +
    Math.min(evidence.everydayTitled, MOST_EVERYDAY_TITLED) * EVERYDAY_TITLED +
    Math.min(evidence.commonWords, MOST_COMMON_WORDS) * COMMON_WORD * brevity +
    Math.min(rare, MOST_FIGURES) * RARE_FIGURE +
    Math.min(figures.length - rare, MOST_FIGURES) * FIGURE +
    kinds * KIND +
    besidesCities(evidence) +
    (evidence.isSameDay ? SAME_DAY : 0) +
    (evidence.hasUnseenNames && words >= UNSEEN_NAME_WORDS ? UNSEEN_NAME : 0) -
    MORE_OF_SHORT * Math.log(least / USUAL_WORDS) +
    weighContradictions(evidence, { isDayConflict, isAnswered })
  );
}

function besidesCities({ names, words, cities, figures }: Evidence): number {
  const others = names + words - cities;
  if (figures.length > 0 || others > 1) return 0;
  return others === 1 ? ONE_BESIDES : ONLY_CITIES;
}

/** Two at once seldom are chance. */
function weighContradictions(evidence: Evidence, { isDayConflict, isAnswered }: Contradictions): number {
  const weights = [
    evidence.isFigureConflict ? FIGURE_CONFLICT : 0,
    evidence.isNameConflict ? NAME_CONFLICT : 0,
    evidence.isCityConflict ? CITY_CONFLICT : 0,
    evidence.isPlaceConflict ? PLACE_CONFLICT : 0,
    evidence.isSittingConflict ? SITTING_CONFLICT : 0,
    isDayConflict ? DAY_CONFLICT : 0,
    evidence.isOtherDay && !isDayConflict ? OTHER_DAY : 0,
    evidence.isActConflict ? ACT_CONFLICT : 0,
    evidence.isTitleAlone ? TITLE_ALONE : 0,
    isAnswered ? ANSWERED : 0,
    evidence.isSameOutlet ? SAME_OUTLET : 0,
  ].filter((weight) => weight < 0);
  return weights.reduce((sum, weight) => sum + weight, weights.length > 1 ? SEVERAL_CONFLICTS : 0);
}

const isRare = (figure: number) => figure >= 32 && (figure > 100 || figure % 10 !== 0);
