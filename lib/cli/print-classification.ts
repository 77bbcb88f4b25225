import {
  type ClassifiableText,
  type Classification,
  type Match,
  type Relevance,
  Theme,
} from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import { foldText } from '../classification/fold-text.ts';
import { markedSpans } from '../classification/marked-spans.ts';
import { placeBefore } from '../classification/read-fact-field.ts';
import type { SecondOpinion } from '../classification/second-opinion.ts';
import { shortWords } from '../classification/short-words.ts';
import { splitSentences } from '../classification/split-sentences.ts';
import { tellingMatches } from '../classification/telling-matches.ts';
import { printFacts } from './print-facts.ts';
import { outsidersText } from './terminal-text.ts';

/** First strong isolate and its end: keeps a right-to-left sentence from turning the line around. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/**
 * The judgement, the facts, and each sentence with a match that tells something: the words in brackets, below it the rules
 * with their points.
 */
export function printClassification(
  { title, text }: ClassifiableText,
  result: Classification,
  facts: Facts,
  secondOpinion?: SecondOpinion,
): string {
  const { relevance, score, threshold, themes, language, ruleSetVersion } = result;
  const matches = tellingMatches(result);
  const lines = [
    `${relevance}: score ${score}, relevant from ${threshold}`,
    `themes: ${themes.join(', ') || 'none'}`,
    `language: ${language === 'und' ? 'unknown to the rules: only names and years were used' : language}`,
    `rules: version ${ruleSetVersion}`,
    ...(secondOpinion ? [sayOpinion(secondOpinion, relevance)] : []),
    ...printFacts(facts),
  ];
  const located = matches.filter(({ start, end }) => end > start);
  for (const { ruleId, words, points } of matches.filter(({ start, end }) => end === start)) {
    lines.push(`${signed(points)}  ${ruleId}: ${words}`);
  }
  lines.push(...printField('title', title, located), ...printField('text', text, located));
  return `${lines.join('\n')}\n`;
}

function sayOpinion({ verdict, themes, reason, model, microdollars }: SecondOpinion, decided: Relevance): string {
  const against = verdict === decided ? '' : ', against the rules';
  const cost = `${(microdollars / 1e6).toFixed(6)} dollars`;
  return `second opinion, by a machine and without effect: ${verdict}${against}; themes: ${themes.join(', ') || 'none'} (${model}, ${cost}: ${outsidersText(reason)})`;
}

function printField(field: Match['field'], original: string, matches: readonly Match[]): string[] {
  const own = matches.filter((match) => match.field === field);
  const sentences = splitSentences(original, foldText(original));
  const matchesOf = Map.groupBy(own, ({ start }) => placeBefore(sentences, start));
  const spansOf = new Map<number, [number, number][]>();
  for (const [from, to] of own.flatMap(markedSpans)) {
    // What is marked may reach into the next sentence, and of a pair the second word stand there.
    for (let place = placeBefore(sentences, from); place <= placeBefore(sentences, to - 1); place += 1) {
      const { start, end } = sentences[place] ?? { start: from, end: to };
      const spans = spansOf.get(place) ?? [];
      spans.push([Math.max(from, start), Math.min(to, end)]);
      spansOf.set(place, spans);
    }
  }
  return [...spansOf.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((place) => {
      const { start, end } = sentences[place] ?? { start: 0, end: 0 };
      const passage = mark(original, start, end, spansOf.get(place) ?? []);
      return ['', `${field}: ${ISOLATE}${passage}${END_ISOLATE}`, ...(matchesOf.get(place) ?? []).map(matchLine)];
    });
}

function matchLine(match: Match): string {
  const told = sayThemes(match);
  const themeList = told.length > 0 ? `  (${told.join(', ')})` : '';
  const words = outsidersText(shortWords(match)).replace(/\s+/g, ' ');
  return `  ${signed(match.points)}  ${match.ruleId}  ${ISOLATE}${words}${END_ISOLATE}${themeList}`;
}

/** Themes that the words are for, and those to which they add, with what they add. */
function sayThemes({ themes, themePoints = {} }: Match): string[] {
  const all = Theme.options.filter((theme) => themes.includes(theme) || themePoints[theme] !== undefined);
  return all.map((theme) =>
    themePoints[theme] === undefined ? theme : `${theme} ${signed(themePoints[theme]).trim()}`,
  );
}

/** The passage with brackets around matched words; overlapping matches share one pair. */
function mark(original: string, start: number, end: number, spans: readonly [number, number][]): string {
  let marked = '';
  let at = start;
  for (const [from, to] of joined(spans)) {
    marked += `${shortened(original.slice(at, from))}[${shortened(original.slice(from, to))}]`;
    at = to;
  }
  return (marked + shortened(original.slice(at, Math.max(at, end)))).replace(/\s+/g, ' ').trim();
}

/** What stands between marked words is told up to this many characters, and from there on by its ends. */
const MOST_BETWEEN = 400;
const SHOWN_OF_ENDS = 150;

/** A text without a full stop is one sentence: nobody reads a megabyte of it for two marked words. */
function shortened(passage: string): string {
  if (passage.length <= MOST_BETWEEN) return outsidersText(passage);
  const [head, tail] = [passage.slice(0, SHOWN_OF_ENDS), passage.slice(-SHOWN_OF_ENDS)];
  return outsidersText(`${head} … ${tail}`);
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function signed(points: number): string {
  return (points > 0 ? `+${points}` : String(points)).padStart(6);
}
