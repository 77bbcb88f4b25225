import { detectLanguage } from '../articles/detect-language.ts';
import type { ClassifiableText, Classification, Match, Relevance } from './classification.ts';
import type { CompiledLanguage, CompiledLexicon } from './compile-lexicon.ts';
import { type Evidence, findEvidence, type ReadField } from './find-evidence.ts';
import { findTerms, type TermHit } from './find-terms.ts';
import { foldText } from './fold-text.ts';
import { judgeThemes } from './judge-themes.ts';
import { type Focus, measureFocus } from './measure-focus.ts';
import { splitSentences } from './split-sentences.ts';
import { type WeighedEvidence, weighEvidence } from './weigh-evidence.ts';

/** The rule that holds back a text which only touches on the subject. */
const BACKGROUND_RULE = 'built-in/background-only';
/** The rule that lets in a text which tells of the subject throughout and seldom names it. */
const THROUGHOUT_RULE = 'built-in/throughout';
/** Any of these says that a text is about Iran. */
const PLACES_IN_IRAN: ReadonlySet<Evidence['role']> = new Set(['iran', 'noury', 'montazeri', 'official', 'mek']);

/** Relevance and themes of a text, each traceable to words in it. The score is the sum of the matches' points. */
export function classify(input: ClassifiableText, lexicon: CompiledLexicon): Classification {
  const detected = detectLanguage(`${input.title}\n${input.text}`, input.language);
  const language = lexicon.knows(detected) ? detected : 'und';
  const terms = lexicon.language(language);
  const fields = readFields(input, terms);
  const found = [
    ...findEvidence(fields.title, lexicon.pairs),
    ...findEvidence(fields.text, lexicon.pairs, fields.title),
  ];
  const isAboutIran =
    terms.impliesIran || namesIran(fields.title) || namesIran(fields.text) || namesKillingsOfPrisoners(found);
  const focus = measureFocus(fields, isAboutIran ? found : [], lexicon.thresholds.subjectSentence);
  const evidence = weighEvidence(found, fields, lexicon, isAboutIran, focus.prominence);
  const wholeText = judgeWhole(sumOf(evidence), focus, lexicon.thresholds);
  const score = sumOf(wholeText ? [...evidence, wholeText] : evidence);
  const relevance = relevanceOf(score, focus, lexicon.thresholds);
  const matches = tellingOf(evidence, relevance).map((piece) => toMatch(piece, fields[piece.field]));
  return {
    relevance,
    score,
    threshold: lexicon.thresholds.relevant,
    themes: relevance === 'off-topic' ? [] : judgeThemes(evidence, fields, focus, lexicon.thresholds.themes),
    language,
    matches: wholeText ? [...matches, wholeText] : matches,
    ruleSetVersion: lexicon.version,
  };
}

/** Menus and links to other stories say nothing about this one. */
function namesIran({ hits, sentences }: ReadField): boolean {
  let sentence = 0;
  return hits.some(({ term, firstWord }) => {
    while (sentence + 1 < sentences.length && firstWord >= (sentences[sentence]?.endWord ?? 0)) sentence += 1;
    return (term.impliesIran || PLACES_IN_IRAN.has(term.role)) && sentences[sentence]?.kind === 'sentence';
  });
}

/** "The 1988 massacre" and a prison: a section on Iran need not name the country again. */
function namesKillingsOfPrisoners(found: readonly Evidence[]): boolean {
  const isOther = found.some(({ weight }) => weight < 0);
  return (
    !isOther &&
    found.some(({ role }) => role === 'captive') &&
    found.some(({ role, weight }) => role === 'event' && weight >= 4)
  );
}

function readFields({ title, text }: ClassifiableText, language: CompiledLanguage): Record<Match['field'], ReadField> {
  const inText = readField('text', text, language);
  const names = new Set(inText.hits.map(({ term }) => term.ruleId));
  return { title: readField('title', title, language, (ruleId) => names.has(ruleId)), text: inText };
}

function readField(
  field: Match['field'],
  original: string,
  language: CompiledLanguage,
  hasFullForm?: (ruleId: string) => boolean,
): ReadField {
  const text = foldText(original);
  const hits: TermHit[] = findTerms(text, language, hasFullForm);
  return { field, original, text, hits, sentences: splitSentences(original, text) };
}

function toMatch({ ruleId, field, firstWord, lastWord, points, themes }: WeighedEvidence, read: ReadField): Match {
  const start = read.text.words[firstWord]?.from ?? 0;
  const end = read.text.words[lastWord]?.to ?? start;
  return { ruleId, field, start, end, words: read.original.slice(start, end), points: rounded(points), themes };
}

/** So much of the threshold a text must reach by itself: a stricter threshold stays one for texts that are lifted. */
const LEAST_OF_THRESHOLD = 0.4;

/**
 * Lowers a text whose subject is another one to just below the threshold, and lifts one to it that tells of the subject
 * throughout and names it once: a survivor's tale, a walk through an exhibition, two sentences on a verdict.
 */
function judgeWhole(score: number, focus: Focus, thresholds: CompiledLexicon['thresholds']): Match | undefined {
  const isCandidate = score >= thresholds.relevant;
  const isBackground = isCandidate && focus.share < thresholds.focus[focus.prominence];
  const least = focus.isLong ? thresholds.focus.throughout : thresholds.focus.briefThroughout;
  const isNear = score >= Math.max(thresholds.mention, thresholds.relevant * LEAST_OF_THRESHOLD);
  const isThroughout = !isCandidate && isNear && !focus.opensWithOther && focus.share >= least;
  if (!isBackground && !(isThroughout && focus.subjectSentences > 0)) return undefined;
  const percent = Math.round(focus.share * 100);
  return {
    ruleId: isBackground ? BACKGROUND_RULE : THROUGHOUT_RULE,
    field: 'text',
    start: 0,
    end: 0,
    words: `${focus.subjectSentences} of ${focus.sentences} sentences, ${percent} % of the text`,
    points: rounded(thresholds.relevant - (isBackground ? 1 : 0) - score),
    themes: [],
  };
}

function relevanceOf(score: number, focus: Focus, thresholds: CompiledLexicon['thresholds']): Relevance {
  if (score >= thresholds.relevant) return 'relevant';
  const isNamed = focus.subjectSentences > 0 || focus.prominence === 'title';
  return score >= thresholds.mention && isNamed ? 'passing-mention' : 'off-topic';
}

/** Pieces without points in one text that are kept as matches: a hostile page repeats itself a hundred thousand times. */
const MOST_SILENT_MATCHES = 300;

/** What scored, what a theme rests on, and repetitions beyond a cap; other words explain nothing. */
function tellingOf(evidence: readonly WeighedEvidence[], relevance: Relevance): WeighedEvidence[] {
  let silent = 0;
  return evidence.filter(({ points, weight, themes }) => {
    if (points !== 0) return true;
    if (relevance === 'off-topic' || (themes.length === 0 && weight === 0)) return false;
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
