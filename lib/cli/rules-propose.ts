import { fileURLToPath } from 'node:url';
import type { LabelledText } from '../classification/judged-text.ts';
import { readLexicon } from '../classification/lexicon.ts';
import { type Proposals, proposeChanges } from '../classification/propose-changes.ts';
import { applyChange, describeChange, patchOf } from '../classification/rule-change.ts';
import { type ReaderLabels, type ReaderLabelsNeeds, readerLabels } from '../coverage/reader-labels.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { feedbackSince } from './feedback.ts';
import { printProposals } from './print-proposals.ts';
import { createProgressNote } from './progress-note.ts';
import { readGold } from './read-gold.ts';
import { writeTextFile } from './text-file.ts';

export interface RulesProposeOptions {
  /** The one in use when absent. */
  lexicon?: string | undefined;
  /** JSONL of labelled texts that count beside those of readers; the project's own gold set is looked at in any case. */
  gold?: string | undefined;
  /** Votes cast since then; all that are kept when absent. */
  since?: string | undefined;
  /** Where the lexicon with the first proposal is written. */
  out?: string | undefined;
  json?: boolean | undefined;
}

const LEXICON = fileURLToPath(new URL('../../config/lexicon.json', import.meta.url));

/** Labels besides the project's own, and of each kind, below which a search finds chance. */
const LEAST_LABELS = 20;
const LEAST_OF_EACH = 5;

/**
 * Searches what single change of the lexicon would mend most on the labels of readers and the gold set, and prints it with
 * its price. Changes nothing but the file that is asked for.
 */
export async function rulesProposeCommand(
  options: RulesProposeOptions,
  needs: ReaderLabelsNeeds & { now: () => Date },
  io: CommandIo,
): Promise<void> {
  const lexicon = readLexicon(options.lexicon ?? LEXICON);
  const readers = await readerLabels(feedbackSince(options.since, needs.now()), needs);
  const given = options.gold === undefined ? [] : textsOf(readGold(options.gold), 'file');
  const own = textsOf(readGold(undefined), 'gold');
  const counting = distinct([...given, ...readers.labels.map(textOfReaders)]);
  const texts = distinct([...counting, ...own]);
  const labels = countLabels(counting, readers);
  const tooFew = whyTooFew(counting);
  if (tooFew !== undefined) return printNothing({ version: lexicon.version, labels, why: tooFew }, options, io);

  const note = createProgressNote(io);
  const found = proposeChanges(lexicon, texts, (done, of) => note(() => `${done} of ${of} changes tried`));
  const [first] = found.proposals;
  if (options.out !== undefined && first !== undefined) {
    writeTextFile(options.out, `${JSON.stringify(applyChange(lexicon, first.change), null, 2)}\n`);
  }
  if (options.json) return io.stdout(JSON.stringify(jsonOf(lexicon.version, labels, found), null, 2));
  const titles = new Map(texts.map(({ id, title }) => [id, title]));
  io.stdout(printProposals(found, { version: lexicon.version, labels, own: own.length, titles, out: options.out }));
}

function textsOf(lines: ReturnType<typeof readGold>, source: string): LabelledText[] {
  return lines.map(({ id, title, text, lang, relevant }) => ({
    id: String(id),
    title,
    text,
    language: lang,
    isRelevant: relevant,
    source,
  }));
}

function textOfReaders({ coverage, title, text, isRelevant }: ReaderLabels['labels'][number]): LabelledText {
  return { id: coverage.articleId, title, text, language: coverage.language, isRelevant, source: 'readers' };
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
}

function countLabels(
  counting: readonly LabelledText[],
  { disputed, withoutText, droppedVotes }: ReaderLabels,
): CountedLabels {
  const relevant = counting.filter(({ isRelevant }) => isRelevant).length;
  return { counting: counting.length, relevant, disputed, withoutText, droppedVotes };
}

function whyTooFew(counting: readonly LabelledText[]): string | undefined {
  const relevant = counting.filter(({ isRelevant }) => isRelevant).length;
  const other = counting.length - relevant;
  if (counting.length >= LEAST_LABELS && Math.min(relevant, other) >= LEAST_OF_EACH) return undefined;
  return `too few labels: ${relevant} relevant and ${other} not; ${LEAST_LABELS} are needed, ${LEAST_OF_EACH} of each kind at least. Nothing is proposed`;
}

function printNothing(
  { version, labels, why }: { version: string; labels: CountedLabels; why: string },
  { out, json }: RulesProposeOptions,
  io: CommandIo,
): void {
  if (json) io.stdout(JSON.stringify({ ruleSetVersion: version, labels, why, proposals: [] }, null, 2));
  else io.stdout(`rule set ${version}: ${why}`);
  if (out !== undefined) throw new UserError(`${out} is not written: there is no proposal`);
}

const jsonOf = (version: string, labels: CountedLabels, { proposals, ...search }: Proposals) => ({
  ruleSetVersion: version,
  labels,
  ...search,
  proposals: proposals.map((proposal) => ({
    says: describeChange(proposal.change),
    ...proposal,
    patch: patchOf(proposal.change),
  })),
});
