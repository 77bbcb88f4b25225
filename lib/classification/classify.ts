import type { ClassifiableText, Classification, Match, Relevance, Theme } from './classification.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import type { ReadField } from './find-evidence.ts';
import { holdBack } from './hold-back.ts';
import { judgeThemes, themePointsOf } from './judge-themes.ts';
import { judgeWhole } from './judge-whole.ts';
import type { Focus } from './measure-focus.ts';
import type { WeighedEvidence } from './weigh-evidence.ts';
import { weighText } from './weigh-text.ts';
import { weighThemes } from './weigh-themes.ts';

/** Relevance and themes of a text, each traceable to words in it. The score is the sum of the matches' points. */
export function classify(input: ClassifiableText, lexicon: CompiledLexicon): Classification {
  const weighed = weighText(input, lexicon);
  const { language, fields, evidence, focus } = weighed;
  const points = sumOf(evidence);
  const { judgement } = lexicon;
  const whole =
    judgement && evidence.length > 0
      ? judgeWhole({ ...weighed, points }, judgement.relevance, lexicon, (place, given, ruleId) =>
          toMatch({ ...place, ruleId, points: given, themes: [] }, fields[place.field]),
        )
      : [];
  const before = points + sumOf(whole);
  const held = holdBack(weighed, before, lexicon.thresholds);
  if (held) whole.push(held);
  const score = rounded(before + (held?.points ?? 0));
  const relevance = relevanceOf(score, points, focus, lexicon.thresholds);
  const words = fields.text.text.words.length;
  const themes =
    relevance === 'off-topic'
      ? []
      : judgeThemes(weighThemes(evidence, fields), words, lexicon.thresholds.themes, judgement?.themes);
  const matches = tellingOf(evidence, relevance, themes).map((piece) => {
    const match = toMatch(piece, fields[piece.field]);
    const themePoints = themePointsOf(piece.ruleId, themes, words, judgement?.themes);
    return themePoints === undefined ? match : { ...match, themePoints };
  });
  return {
    relevance,
    score,
    threshold: lexicon.thresholds.relevant,
    themes,
    language,
    matches: matches.concat(whole),
    ruleSetVersion: lexicon.version,
  };
}

type Matching = Pick<WeighedEvidence, 'ruleId' | 'field' | 'firstWord' | 'lastWord' | 'points' | 'themes'>;

function toMatch({ ruleId, field, firstWord, lastWord, points, themes }: Matching, read: ReadField): Match {
  const start = read.text.words[firstWord]?.from ?? 0;
  const end = read.text.words[lastWord]?.to ?? start;
  return {
    ruleId,
    field,
    start,
    end,
    words: read.original.slice(start, end),
    points: rounded(points),
    themes: [...themes],
  };
}

/** A text that is not on the subject mentions it where one of its sentences or its title is, by the points of their words. */
function relevanceOf(
  score: number,
  points: number,
  focus: Focus,
  thresholds: CompiledLexicon['thresholds'],
): Relevance {
  if (score >= thresholds.relevant) return 'relevant';
  const isNamed = focus.subjectSentences > 0 || focus.prominence === 'title';
  return points >= thresholds.mention && isNamed ? 'passing-mention' : 'off-topic';
}

/** Pieces without points in one text that are kept as matches: a hostile page repeats itself a hundred thousand times. */
const MOST_SILENT_MATCHES = 300;

/** What scored, what a theme rests on, and repetitions beyond a cap; other words explain nothing. */
function tellingOf(
  evidence: readonly WeighedEvidence[],
  relevance: Relevance,
  said: readonly Theme[],
): WeighedEvidence[] {
  let silent = 0;
  return evidence.filter(({ points, weight, themes, isHint }) => {
    if (points !== 0) return true;
    if (relevance === 'off-topic') return false;
    const isBearer = isHint ? themes.some((theme) => said.includes(theme)) : themes.length > 0;
    if (weight === 0 && !isBearer) return false;
    silent += 1;
    return silent <= MOST_SILENT_MATCHES;
  });
}

function sumOf(matches: readonly { points: number }[]): number {
  return rounded(matches.reduce((sum, { points }) => sum + points, 0));
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
