import { chanceOf } from './chance-of.ts';
import { dealFolds } from './deal-folds.ts';
import type { RuleChange } from './rule-change.ts';
import { type LabelScore, scoreLabels } from './score-labels.ts';

/** Something that is said of a text, by a person and by the rules: that it is relevant, or that it is about a theme. */
export interface JudgedClaim {
  id: string;
  language?: string | undefined;
  source: string;
  isRelevant: boolean;
  isSaidRelevant: boolean;
}

export interface Outcome {
  change: RuleChange;
  /** Whether it is said of each text with the change. */
  says: readonly boolean[];
}

/** How a change does on some labelled texts. */
export interface Effect {
  before: LabelScore;
  after: LabelScore;
  /** Texts that are judged rightly with the change alone, and without it alone. */
  mends: string[];
  breaks: string[];
}

export interface Proposal {
  change: RuleChange;
  all: Effect;
  /** The same by who labelled: `gold`, `readers`. */
  bySource: Record<string, Effect>;
  /** Languages of which more is broken than mended. */
  worseLanguages: string[];
  /** In how many of the parts it was the change chosen by the other parts. */
  chosenIn: number;
}

export interface Proposals {
  /** Texts that were judged wrongly, and changes that were tried on them. */
  wrong: number;
  tried: number;
  parts: number;
  /** The best change chosen by four parts, tried on the fifth, in turn: what the search is worth on labels it did not see. */
  unseen: Effect;
  /** How often a coin would do as well on them, from 0 to 1. */
  chance: number;
  /** The best first; empty when no change mends more than it breaks, also on labels that it was not chosen by. */
  proposals: Proposal[];
}

const PARTS = 5;
const MOST_PROPOSALS = 5;
/** A change that mends one text more than it breaks is chance. */
const LEAST_GAIN = 2;

/** Of changes that were tried on claims, those that mend most, with what they cost, also on claims they were not chosen by. */
export function chooseChanges(judged: readonly JudgedClaim[], outcomes: readonly Outcome[]): Proposals {
  const folds = dealFolds(judged, PARTS);
  const gainOn = ({ says }: Outcome, isIn: (index: number) => boolean) =>
    judged.reduce((sum, text, index) => sum + (isIn(index) ? gainOf(text, says[index]) : 0), 0);
  const best = (isIn: (index: number) => boolean): Outcome | undefined => {
    const ranked = rank(outcomes, (outcome) => gainOn(outcome, isIn));
    return ranked.find((outcome) => gainOn(outcome, isIn) > 0);
  };

  const chosen = Array.from({ length: PARTS }, (_, part) => best((index) => folds[index] !== part));
  const unseenSays = judged.map((text, index) => chosen[folds[index] ?? 0]?.says[index] ?? text.isSaidRelevant);
  const unseen = effectOf(judged, unseenSays);
  const isWorthIt = unseen.mends.length > unseen.breaks.length;
  const everywhere = () => true;
  const proposals = firstOfEachPath(rank(outcomes, (outcome) => gainOn(outcome, everywhere)))
    .filter((outcome) => isWorthIt && gainOn(outcome, everywhere) >= LEAST_GAIN)
    .slice(0, MOST_PROPOSALS)
    .map((outcome) => proposalOf(outcome, judged, chosen.filter((one) => one === outcome).length));
  return {
    wrong: judged.filter((claim) => claim.isRelevant !== claim.isSaidRelevant).length,
    tried: outcomes.length,
    parts: PARTS,
    unseen,
    chance: chanceOf({ mends: unseen.mends.length, breaks: unseen.breaks.length }),
    proposals,
  };
}

const gainOf = ({ isRelevant, isSaidRelevant }: JudgedClaim, says = isSaidRelevant) =>
  Number(says === isRelevant) - Number(isSaidRelevant === isRelevant);

/** By gain; of equals the smaller change comes first, and of those that came first as a candidate. */
function rank(outcomes: readonly Outcome[], gain: (outcome: Outcome) => number): Outcome[] {
  const sizeOf = ({ change: { from, to } }: Outcome) => Math.abs(to - from) / Math.max(1, Math.abs(from));
  return outcomes.toSorted((a, b) => gain(b) - gain(a) || sizeOf(a) - sizeOf(b));
}

/** Another step of the same number is no other proposal. */
function firstOfEachPath(outcomes: readonly Outcome[]): Outcome[] {
  const first = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const path = outcome.change.path.join('/');
    if (!first.has(path)) first.set(path, outcome);
  }
  return [...first.values()];
}

function effectOf(judged: readonly JudgedClaim[], says: readonly boolean[]): Effect {
  const gains = judged.map((text, index) => gainOf(text, says[index]));
  const score = (isSaid: (text: JudgedClaim, index: number) => boolean) =>
    scoreLabels(judged.map((text, index) => ({ isRelevant: text.isRelevant, isSaidRelevant: isSaid(text, index) })));
  return {
    before: score(({ isSaidRelevant }) => isSaidRelevant),
    after: score(({ isSaidRelevant }, index) => says[index] ?? isSaidRelevant),
    mends: judged.filter((_, index) => gains[index] === 1).map(({ id }) => id),
    breaks: judged.filter((_, index) => gains[index] === -1).map(({ id }) => id),
  };
}

function proposalOf({ change, says }: Outcome, judged: readonly JudgedClaim[], chosenIn: number): Proposal {
  const effectsBy = (keyOf: (text: JudgedClaim) => string) =>
    [...Map.groupBy(judged.keys(), (index) => keyOf(judged[index] as JudgedClaim))].map(([key, indexes]) => {
      const some = indexes.map((index) => judged[index] as JudgedClaim);
      return [
        key,
        effectOf(
          some,
          indexes.map((index) => says[index] ?? false),
        ),
      ] as const;
    });
  return {
    change,
    all: effectOf(judged, says),
    bySource: Object.fromEntries(effectsBy(({ source }) => source)),
    worseLanguages: effectsBy(({ language = 'und' }) => language)
      .filter(([, { mends, breaks }]) => breaks.length > mends.length)
      .map(([language]) => language)
      .sort(),
    chosenIn,
  };
}
