import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { Theme } from '../lib/classification/classification.ts';
import { compileLexicon } from '../lib/classification/compile-lexicon.ts';
import { judgeThemes } from '../lib/classification/judge-themes.ts';
import { readLexicon } from '../lib/classification/lexicon.ts';
import { readJsonLines } from '../lib/cli/read-json-lines.ts';
import {
  fitRelevance,
  fitThemes,
  type Judgement,
  type SignedText,
  signText,
  type TextWithLabels,
} from './fit-judgement.ts';
import { makeAsides } from './make-asides.ts';

const LEXICON = 'config/lexicon.json';
const CASES_FOLDER = 'test/fixtures/classification';
const GOLD = `${CASES_FOLDER}/gold`;
const BESIDE = '../shared/classification/dev.jsonl';
const PARTS = 10;
/** Leaves the weights of relevance as they are. */
const ONLY_THEMES = '--themes';

const Line = z.object({
  lang: z.string(),
  title: z.string().default(''),
  text: z.string(),
  relevant: z.boolean(),
  themes: z.array(Theme),
});

const files = [
  ...readdirSync(GOLD)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => `${GOLD}/${name}`),
  ...(existsSync(BESIDE) ? [BESIDE] : []),
  ...process.argv.slice(2).filter((argument) => argument !== ONLY_THEMES),
];
const lexicon = readLexicon(LEXICON);
const compiled = compileLexicon(lexicon);
/** Of these no more than some themes are labelled: they are left out. */
const Case = z.object({
  language: z.string(),
  title: z.string(),
  text: z.string(),
  isRelevant: z.boolean().optional(),
});
const CASES = ['relevant', 'passing-mention', 'off-topic', 'briefs'];
const cases = CASES.flatMap((name) =>
  z
    .array(Case)
    .parse(JSON.parse(readFileSync(`${CASES_FOLDER}/${name}.json`, 'utf8')))
    .map(({ language, isRelevant = name === 'relevant', ...text }) => ({
      ...text,
      lang: language,
      relevant: isRelevant,
    })),
);
const sources = [
  ...files.map((file) => ({ file, lines: readJsonLines(file, Line) })),
  { file: CASES_FOLDER, lines: cases },
];
const lines: TextWithLabels[] = sources.flatMap((source) => source.lines);
const texts = lines.map((line) => signText(line, compiled));
const sourceOf = sources.flatMap((source) => source.lines.map(() => basename(source.file)));
/** Seen by every part, and part of no figure. */
const made = makeAsides(lines).map((line) => signText(line, compiled));

function saysOf({ signs, weighed, words }: SignedText, { relevance, words: ofWords, themes }: Judgement) {
  const weightOf = (name: string) => {
    const [kind, language = '', word = ''] = name.split(' ');
    return (kind === 'word' ? ofWords[language]?.[word] : relevance.weights[name]) ?? 0;
  };
  const score = [...signs].reduce((sum, [name, value]) => sum + value * weightOf(name), relevance.base);
  return {
    relevant: score >= lexicon.thresholds.relevant,
    themes: judgeThemes(weighed, words, lexicon.thresholds.themes, themes),
  };
}

const folds = texts.map((_, index) => index % PARTS);
const fitBoth = (own: readonly SignedText[]): Judgement => ({
  ...fitRelevance([...own, ...made], lexicon.thresholds.relevant),
  themes: fitThemes(own),
});
const fitted = Array.from({ length: PARTS }, (_, part) => fitBoth(texts.filter((_, index) => folds[index] !== part)));
report(
  'each tenth by weights fitted to the other nine',
  texts.map((text, index) => ({ text, says: saysOf(text, fitted[folds[index] ?? 0] as Judgement) })),
);
const heldOut = new Map(
  [...new Set(sourceOf)].map((source) => [source, fitBoth(texts.filter((_, index) => sourceOf[index] !== source))]),
);
const unseen = texts.map((text, index) => ({
  text,
  says: saysOf(text, heldOut.get(sourceOf[index] ?? '') as Judgement),
  source: sourceOf[index] ?? '',
  lang: lines[index]?.lang ?? '',
}));
/** Writers hide and label in ways of their own: what is fitted to the others tells most of the next one. */
report('each file by weights fitted to the others', unseen);
for (const [source, own] of Map.groupBy(unseen, (one) => one.source)) report(`  ${source}`, own);
for (const [lang, own] of Map.groupBy(unseen, (one) => one.lang)) report(`  ${lang}`, own);
for (const theme of Theme.options) {
  const rows = labelled(unseen).map(({ labels, said }) => ({ labels: only(labels, theme), said: only(said, theme) }));
  console.log(`  ${theme}: F1 ${microF1(rows).toFixed(3)}`);
}
const judgement = fitBoth(texts);
report(
  'the same by the weights that are written, which have seen them',
  texts.map((text) => ({ text, says: saysOf(text, judgement) })),
);
const kept = process.argv.includes(ONLY_THEMES) ? lexicon.judgement : undefined;
writeJudgement({ ...judgement, ...(kept && { relevance: kept.relevance, words: kept.words }) });

type Judged = readonly { text: SignedText; says: ReturnType<typeof saysOf> }[];

/** Those whose themes somebody labelled. */
function labelled(judged: Judged) {
  return judged.flatMap(({ text: { themes }, says }) => (themes ? [{ labels: themes, said: says.themes }] : []));
}

function only(themes: readonly Theme[], one: Theme): Theme[] {
  return themes.filter((theme) => theme === one);
}

function microF1(rows: readonly { labels: readonly Theme[]; said: readonly Theme[] }[]): number {
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const both = sum(({ labels, said }) => said.filter((theme) => labels.includes(theme)).length);
  return share(
    2 * both,
    sum(({ labels, said }) => labels.length + said.length),
  );
}

/** Of none it is none. */
function share(part: number, whole: number): number {
  return part / Math.max(1, whole);
}

function report(name: string, judged: Judged): void {
  const count = (of: (one: (typeof judged)[number]) => boolean) => judged.filter(of).length;
  const right = count(({ text, says }) => text.relevant && says.relevant);
  const precision = share(
    right,
    count(({ says }) => says.relevant),
  );
  const recall = share(
    right,
    count(({ text }) => text.relevant),
  );
  const f1 = microF1(labelled(judged));
  console.log(
    `${name}: ${judged.length} texts, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, themes micro-F1 ${f1.toFixed(3)}`,
  );
}

/** One entry a line, as the other parts of the file. */
function writeJudgement({ relevance, words, themes }: Judgement): void {
  const line = (value: unknown) => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');
  const entries = Object.entries(themes).map(([theme, weights]) => `      "${theme}": ${line(weights)}`);
  const ofWords = Object.entries(words).map(([language, own]) => `      "${language}": ${line(own)}`);
  const block = `"judgement": {\n    "relevance": ${line(relevance)},\n    "words": {\n${ofWords.join(',\n')}\n    },\n    "themes": {\n${entries.join(',\n')}\n    }\n  },\n  "confusables"`;
  const file = readFileSync(LEXICON, 'utf8');
  const bare = file.replace(/"judgement": \{[\s\S]*?\n {2}\},\n {2}(?="confusables")/, '');
  writeFileSync(
    LEXICON,
    bare.replace('"confusables"', () => block),
  );
}
