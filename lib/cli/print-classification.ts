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
import type { SecondOpinion } from '../classification/second-opinion.ts';
import { splitSentences } from '../classification/split-sentences.ts';
import { printFacts } from './print-facts.ts';
import { outsidersText } from './terminal-text.ts';

/** First strong isolate and its end: keeps a right-to-left sentence from turning the line around. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** The judgement, the facts, and each sentence with a match: the words in brackets, below it the rules with their points. */
export function printClassification(
  { title, text }: ClassifiableText,
  result: Classification,
  facts: Facts,
  secondOpinion?: SecondOpinion,
): string {
  const { relevance, score, threshold, themes, language, matches, ruleSetVersion } = result;
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
  const lines: string[] = [];
  const own = matches.filter((match) => match.field === field);
  for (const { start, end } of splitSentences(original, foldText(original))) {
    const inside = own.filter((match) => match.start >= start && match.start < end);
    // Of a pair the second word may stand in the next sentence.
    const spans = own
      .flatMap(markedSpans)
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]): [number, number] => [Math.max(from, start), Math.min(to, end)]);
    if (spans.length === 0) continue;
    lines.push('', `${field}: ${ISOLATE}${mark(original, start, end, spans)}${END_ISOLATE}`);
    for (const match of inside) {
      const { ruleId, words, points } = match;
      const told = sayThemes(match);
      const themeList = told.length > 0 ? `  (${told.join(', ')})` : '';
      lines.push(`  ${signed(points)}  ${ruleId}  ${ISOLATE}${outsidersText(words)}${END_ISOLATE}${themeList}`);
    }
  }
  return lines;
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
    marked += `${outsidersText(original.slice(at, from))}[${outsidersText(original.slice(from, to))}]`;
    at = to;
  }
  return (marked + outsidersText(original.slice(at, Math.max(at, end)))).replace(/\s+/g, ' ').trim();
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
