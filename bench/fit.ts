import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const filed = files.flatMap((file) => readJsonLines(file, Line).map((line) => ({ file, line })));
const lines: TextWithLabels[] = [...filed.map(({ line }) => line), ...cases];
const texts = lines.map((line) => signText(line, compiled));
/** Seen by every part, and part of no figure. */
const made = makeAsides(lines).map((line) => signText(line, compiled));

function saysOf({ signs, weighed, words }: SignedText, { relevance, themes }: Judgement) {
  const score = [...signs].reduce((sum, [name, value]) => sum + value * (relevance.weights[name] ?? 0), relevance.base);
  return {
    relevant: score >= lexicon.thresholds.relevant,
    themes: judgeThemes(weighed, words, lexicon.thresholds.themes, themes),
  };
}

const folds = texts.map((_, index) => index % PARTS);
const fitBoth = (own: readonly SignedText[]): Judgement => ({
  relevance: fitRelevance([...own, ...made], lexicon.thresholds.relevant),
  themes: fitThemes(own),
});
const fitted = Array.from({ length: PARTS }, (_, part) => fitBoth(texts.filter((_, index) => folds[index] !== part)));
report(
  `${texts.length} texts, each judged by weights fitted to the other nine tenths`,
  texts.map((text, index) => ({ text, says: saysOf(text, fitted[folds[index] ?? 0] as Judgement) })),
);
reportThemesByFile();
const judgement = fitBoth(texts);
report(
  'the same by the weights that are written, which have seen them',
  texts.map((text) => ({ text, says: saysOf(text, judgement) })),
);
const kept = process.argv.includes(ONLY_THEMES) ? lexicon.judgement?.relevance : undefined;
writeJudgement({ ...judgement, relevance: kept ?? judgement.relevance });

/** Writers hide and label in ways of their own: what is fitted to the others tells most of the next one. */
function reportThemesByFile(): void {
  const judged = files.flatMap((file) => {
    const isOwn = (index: number) => filed[index]?.file === file;
    const themes = fitThemes(texts.filter((_, index) => !isOwn(index)));
    const rows = texts
      .filter((_, index) => isOwn(index))
      .map(({ themes: labels = [], weighed, words }) => ({
        labels,
        said: judgeThemes(weighed, words, lexicon.thresholds.themes, themes),
      }))
      .filter(({ labels }) => labels.length > 0);
    console.log(`  ${file}: themes micro-F1 ${microF1(rows).toFixed(3)}`);
    return rows;
  });
  console.log(`each file judged by weights fitted to the others: themes micro-F1 ${microF1(judged).toFixed(3)}`);
  for (const theme of Theme.options) {
    const rows = judged.map(({ labels, said }) => ({ labels: only(labels, theme), said: only(said, theme) }));
    console.log(`  ${theme} ${microF1(rows).toFixed(3)}`);
  }
}

function only(themes: readonly Theme[], one: Theme): Theme[] {
  return themes.filter((theme) => theme === one);
}

function microF1(rows: readonly { labels: readonly Theme[]; said: readonly Theme[] }[]): number {
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const both = sum(({ labels, said }) => said.filter((theme) => labels.includes(theme)).length);
  return (2 * both) / sum(({ labels, said }) => labels.length + said.length);
}

function report(name: string, judged: readonly { text: SignedText; says: ReturnType<typeof saysOf> }[]): void {
  const count = (of: (one: (typeof judged)[number]) => boolean) => judged.filter(of).length;
  const right = count(({ text, says }) => text.relevant && says.relevant);
  const precision = right / count(({ says }) => says.relevant);
  const recall = right / count(({ text }) => text.relevant);
  const f1 = microF1(
    judged.flatMap(({ text: { themes }, says }) => (themes ? [{ labels: themes, said: says.themes }] : [])),
  );
  console.log(
    `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, themes micro-F1 ${f1.toFixed(3)}`,
  );
}

/** One entry a line, as the other parts of the file. */
function writeJudgement({ relevance, themes }: Judgement): void {
  const line = (value: unknown) => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');
  const entries = Object.entries(themes).map(([theme, weights]) => `      "${theme}": ${line(weights)}`);
  const block = `"judgement": {\n    "relevance": ${line(relevance)},\n    "themes": {\n${entries.join(',\n')}\n    }\n  },\n  "confusables"`;
  const file = readFileSync(LEXICON, 'utf8');
  const bare = file.replace(/"judgement": \{[\s\S]*?\n {2}\},\n {2}(?="confusables")/, '');
  writeFileSync(
    LEXICON,
    bare.replace('"confusables"', () => block),
  );
}
