import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Proposal, Proposals } from '../classification/choose-changes.ts';
import { Theme } from '../classification/classification.ts';
import type { LabelledText } from '../classification/judged-text.ts';
import { readLexicon } from '../classification/lexicon.ts';
import { proposeChanges } from '../classification/propose-changes.ts';
import { applyChange, describeChange, patchOf } from '../classification/rule-change.ts';
import { type ReaderLabels, type ReaderLabelsNeeds, readerLabels } from '../coverage/reader-labels.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { feedbackSince } from './feedback.ts';
import { howToTry, printProposals } from './print-proposals.ts';
import { printThemeProposals } from './print-theme-proposals.ts';
import { createProgressNote } from './progress-note.ts';
import { proposeThemes, type ThemesProposed } from './propose-themes.ts';
import { readGold } from './read-gold.ts';
import { readTextFile, writeTextFile } from './text-file.ts';

export interface RulesProposeOptions {
  /** The one in use when absent. */
  lexicon?: string | undefined;
  /** JSONL of labelled texts that count beside those of readers; the project's own gold set is looked at in any case. */
  gold?: string | undefined;
  /** Votes cast since then; all that are kept when absent. */
  since?: string | undefined;
  /** Where the lexicon with the first proposal is written. */
  out?: string | undefined;
  /** Of a theme: what is written is its first proposal in place of relevance's. As typed. */
  theme?: string | undefined;
  json?: boolean | undefined;
}

const LEXICON = fileURLToPath(new URL('../../config/lexicon.json', import.meta.url));

/** Labels besides the project's own, and of each kind, below which a search finds chance. */
const LEAST_LABELS = 20;
const LEAST_OF_EACH = 5;

/**
 * Searches what single change of the lexicon would mend most on the labels of readers and the gold set, of relevance and of
 * each theme, and prints it with its price. Changes nothing but the file that is asked for.
 */
export async function rulesProposeCommand(
  options: RulesProposeOptions,
  needs: ReaderLabelsNeeds & { now: () => Date },
  io: CommandIo,
): Promise<void> {
  const theme = readTheme(options.theme);
  const file = options.lexicon ?? LEXICON;
  refuseOverwriting(options);
  const lexicon = readLexicon(file);
  const readers = await readerLabels(feedbackSince(options.since, needs.now()), needs);
  const given = options.gold === undefined ? [] : textsOf(readGold(options.gold), 'file');
  const own = textsOf(readGold(undefined), 'gold');
  const counting = distinct([...given, ...readers.labels.map(textOfReaders)]);
  const texts = distinct([...counting, ...own]);
  const labels = countLabels(counting, readers);
  const note = createProgressNote(io);
  const why = whyTooFew(counting);
  const found =
    why === undefined
      ? proposeChanges(lexicon, texts, (done, of) => note(() => `${done} of ${of} changes tried`))
      : undefined;
  const themes = proposeThemes(lexicon, { counting, all: texts }, (done, of) =>
    note(() => `${done} of ${of} themes looked at`),
  );
  const change = chosenChange(theme, found, themes);
  if (options.json) io.stdout(JSON.stringify(jsonOf(lexicon.version, labels, { found, why, themes }), null, 2));
  else {
    const titles = new Map(texts.map(({ id, title }) => [id, title]));
    const frame = { version: lexicon.version, labels, own: own.length, titles };
    io.stdout(found ? printProposals(found, frame) : `rule set ${lexicon.version}: ${why}`);
    io.stdout(`\n${printThemeProposals(themes, titles)}`);
    const tried =
      theme ?? (found?.proposals.length ? undefined : themes.themes.find(({ proposals }) => proposals[0])?.theme);
    if (chosenChange(tried, found, themes)) io.stdout(`\n${howToTry({ out: options.out, theme: tried })}`);
  }
  if (options.out === undefined) return;
  if (change === undefined) throw new UserError(`${options.out} is not written: there is no proposal`);
  writeTextFile(options.out, applyChange(readTextFile(file), change));
}

/** A proposal is never applied by itself, and what it was found by is not lost: said before the search, which takes its time. */
function refuseOverwriting({ out, lexicon, gold }: RulesProposeOptions): void {
  if (out === undefined) return;
  const inUse = `--out ${out}: is the lexicon in use, and no change is applied by itself; give another file`;
  if (isSameFile(out, LEXICON)) throw new UserError(inUse, 2);
  for (const read of [lexicon, gold]) {
    if (read !== undefined && isSameFile(out, read)) throw new UserError(`--out ${out}: is read; give another file`, 2);
  }
}

/** Also by another name, as a link has one. */
const isSameFile = (one: string, other: string): boolean =>
  resolve(one) === resolve(other) ||
  (existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other));

/** The first proposal of the theme, or of relevance where none is named. */
function chosenChange(theme: Theme | undefined, found: Proposals | undefined, { themes }: ThemesProposed) {
  const { proposals = [] } = theme === undefined ? (found ?? {}) : (themes.find((one) => one.theme === theme) ?? {});
  return proposals[0]?.change;
}

function readTheme(typed: string | undefined): Theme | undefined {
  const theme = Theme.optional().safeParse(typed);
  if (theme.success) return theme.data;
  throw new UserError(`--theme ${typed}: choose one of ${Theme.options.join(', ')}`, 2);
}

function textsOf(lines: ReturnType<typeof readGold>, source: string): LabelledText[] {
  return lines.map(({ id, title, text, lang, relevant, themes }) => ({
    id: String(id),
    title,
    text,
    language: lang,
    isRelevant: relevant,
    source,
    ...(themes && { themes }),
  }));
}

function textOfReaders({ coverage, title, text, isRelevant, themes }: ReaderLabels['labels'][number]): LabelledText {
  const label = { isRelevant, source: 'readers', ...(themes && { themes }) };
  return { id: coverage.articleId, title, text, language: coverage.language, ...label };
}

/** The first of each id: what an export of readers' labels says again counts once. */
function distinct(texts: readonly LabelledText[]): LabelledText[] {
  return [...new Map(texts.toReversed().map((text) => [text.id, text])).values()].reverse();
}

export interface CountedLabels {
  counting: number;
  relevant: number;
  disputed: number;
  withoutText: number;
  droppedVotes: number;
  /** Of those that count: how many readers gave, how many readers they are, and most that one gave without another. */
  ofReaders: number;
  voters: number;
  ofOneVoter: number;
}

function countLabels(
  counting: readonly LabelledText[],
  { disputed, withoutText, droppedVotes, labels, voters, ofOneVoter }: ReaderLabels,
): CountedLabels {
  const relevant = counting.filter(({ isRelevant }) => isRelevant).length;
  const readers = { ofReaders: labels.length, voters, ofOneVoter };
  return { counting: counting.length, relevant, disputed, withoutText, droppedVotes, ...readers };
}

function whyTooFew(counting: readonly LabelledText[]): string | undefined {
  const relevant = counting.filter(({ isRelevant }) => isRelevant).length;
  const other = counting.length - relevant;
  if (counting.length >= LEAST_LABELS && Math.min(relevant, other) >= LEAST_OF_EACH) return undefined;
  return `too few labels: ${relevant} relevant and ${other} not; ${LEAST_LABELS} are needed, ${LEAST_OF_EACH} of each kind at least. Nothing is proposed`;
}

const jsonOf = (
  version: string,
  labels: CountedLabels,
  { found, why, themes }: { found: Proposals | undefined; why: string | undefined; themes: ThemesProposed },
) => ({
  ruleSetVersion: version,
  labels,
  ...(why !== undefined && { why }),
  ...found,
  proposals: (found?.proposals ?? []).map(inWords),
  themes: { ...themes, themes: themes.themes.map((one) => ({ ...one, proposals: one.proposals.map(inWords) })) },
});

const inWords = <Proposed extends Proposal>(proposal: Proposed) => ({
  says: describeChange(proposal.change),
  ...proposal,
  patch: patchOf(proposal.change),
});
