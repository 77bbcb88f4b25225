import { fileURLToPath } from 'node:url';
import type { ClassifiableText, Relevance } from '../classification/classification.ts';
import { classify } from '../classification/classify.ts';
import { compileLexicon } from '../classification/compile-lexicon.ts';
import { compileNames } from '../classification/compile-names.ts';
import { findFacts } from '../classification/find-facts.ts';
import { type Lexicon, readLexicon } from '../classification/lexicon.ts';
import { readNames } from '../classification/names.ts';
import { type FactScore, scoreFacts } from '../classification/score-facts.ts';
import { scoreLabels } from '../classification/score-labels.ts';
import { explainMove } from '../coverage/compare-labels.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';
import { type GoldLine, readGold } from './read-gold.ts';
import { readSince } from './read-since.ts';
import { sayVersionTaken } from './say-version-taken.ts';
import { SCORE_HEADINGS, scoreCells } from './score-cells.ts';
import { offTopicTexts, recordedTexts, type StoredTextsNeeds } from './stored-texts.ts';
import { outsidersText } from './terminal-text.ts';
import { textTable } from './text-table.ts';

const LEXICON = fileURLToPath(new URL('../../config/lexicon.json', import.meta.url));
const NAMES = fileURLToPath(new URL('../../config/names.json', import.meta.url));

const FITTED =
  'the weights in use were fitted to these texts, so others are judged less well; --gold FILE.jsonl takes texts of your own';

export interface RulesTestOptions {
  lexicon?: string | undefined;
  /** JSONL of labelled texts; the project's own gold set when absent. */
  gold?: string | undefined;
  /** Also judges stored articles since then, as typed. */
  since?: string | undefined;
  json?: boolean | undefined;
}

/** A text as both rule sets see it. */
interface Move {
  id: string;
  title: string;
  language: string;
  before: Relevance;
  after: Relevance;
  /** The scores, and the rules that make the difference. */
  reason: string;
  /** Of labelled texts: whether it is relevant. */
  isRelevant?: boolean;
}

/**
 * Judges the gold set, and what is stored with --since, by the rules in use and by the ones to try: precision and recall of
 * the gold set, and every text that would enter or leave.
 */
export async function rulesTestCommand(
  options: RulesTestOptions,
  needs: StoredTextsNeeds | undefined,
  io: CommandIo,
  now: Date,
): Promise<void> {
  const before = readLexicon(LEXICON);
  const after = options.lexicon === undefined ? before : readLexicon(options.lexicon);
  const taken = sayVersionTaken(before, after);
  if (taken !== undefined) io.stderr(taken);
  if (options.gold === undefined && before.judgement) io.stderr(FITTED);
  // Read before the texts are judged, which takes a while.
  const since = options.since === undefined ? undefined : readSince(options.since, now);
  const judge = judgeBoth(before, after);
  const lines = readGold(options.gold);
  const gold = lines.map(({ id, lang, relevant, title, text }) => {
    const move = judge({ title, text, language: lang }, String(id), lang);
    return { lang, relevant, move: { ...move, isRelevant: relevant } };
  });
  const facts = scoreGoldFacts(lines, (index) => gold[index]?.move.after === 'relevant');
  const scoreOf = (rows: typeof gold, side: 'before' | 'after') =>
    scoreLabels(
      rows.map(({ relevant, move }) => ({ isRelevant: relevant, isSaidRelevant: move[side] === 'relevant' })),
    );
  const stored = needs && since !== undefined ? await judgeStored(since, { ...needs, now, io }, judge) : undefined;
  const moves: Move[] = [...gold.map(({ move }) => move), ...(stored?.moves ?? [])];
  const enters = moves.filter(doesEnter);
  const leaves = moves.filter(doesLeave);
  const languages = [...new Set(moves.map(({ language }) => language))].toSorted();
  const scores = ['all', ...languages].map((language) => {
    const rows = gold.filter(({ lang }) => language === 'all' || lang === language);
    const own = moves.filter((move) => language === 'all' || move.language === language);
    const counts = { enter: own.filter(doesEnter).length, leave: own.filter(doesLeave).length };
    return { language, before: scoreOf(rows, 'before'), after: scoreOf(rows, 'after'), ...counts };
  });
  if (options.json) {
    const counts = stored && { recorded: stored.recorded, offTopic: stored.offTopic, missing: stored.missing };
    const result = { before: before.version, after: after.version, scores, facts, enters, leaves, stored: counts };
    return io.stdout(JSON.stringify(result, null, 2));
  }
  const rows = scores.map(({ language, enter, leave, ...score }) => [
    language,
    ...scoreCells(score),
    String(enter),
    String(leave),
  ]);
  io.stdout(`rule set ${before.version} against ${after.version}`);
  io.stdout(textTable(['language', ...SCORE_HEADINGS, 'enter', 'leave'], rows));
  for (const line of sayFacts(facts)) io.stdout(line);
  io.stdout(`${listMoves('would enter', enters)}\n${listMoves('would leave', leaves)}`);
  if (stored) {
    const { recorded, offTopic, missing } = stored;
    io.stdout(`${recorded} recorded and ${offTopic} off-topic articles judged, ${missing} without their text`);
  }
}

function scoreGoldFacts(lines: readonly GoldLine[], isSaidRelevant: (index: number) => boolean): FactScore {
  const names = compileNames(readNames(NAMES));
  const rows = lines.map((labels, index) => {
    const { title, text, lang } = labels;
    return { labels, facts: findFacts({ title, text, language: lang, isRelevant: isSaidRelevant(index) }, names) };
  });
  return scoreFacts(rows, names);
}

function sayFacts({ ordinals, figures, firstFigures, unheld, unlabelled }: FactScore): string[] {
  const unsaid = unheld > 0 ? `; ${unheld} labels with a figure that is not in the text count nowhere` : '';
  return [
    `ordinals exact ${ordinals.right} of ${ordinals.of}, figures exact ${figures.right} of ${figures.of} (${firstFigures.right} as the first of the text)${unsaid}`,
    `in relevant texts labelled without one: an ordinal in ${unlabelled.ordinals.right} of ${unlabelled.ordinals.of}, a figure in ${unlabelled.figures.right} of ${unlabelled.figures.of}`,
  ];
}

type Judge = (text: ClassifiableText, id: string, language: string) => Move;

function judgeBoth(before: Lexicon, after: Lexicon): Judge {
  const [old, fresh] = [compileLexicon(before), compileLexicon(after)];
  return (input, id, language) => {
    const [was, is] = [classify(input, old), classify(input, fresh)];
    const { title } = input;
    return { id, title, language, before: was.relevance, after: is.relevance, reason: explainMove(was, is) };
  };
}

async function judgeStored(
  since: string,
  needs: StoredTextsNeeds & { now: Date; io: CommandIo },
  judge: Judge,
): Promise<{ moves: Move[]; recorded: number; offTopic: number; missing: number }> {
  const note = createProgressNote(needs.io);
  const found = { moves: [] as Move[], recorded: 0, offTopic: 0, missing: 0 };
  const seen = new Set<string>();
  const take = async (texts: ReturnType<typeof offTopicTexts>, kind: 'recorded' | 'offTopic') => {
    for await (const text of texts) {
      if (text === undefined) found.missing += 1;
      // A record that was put off topic has an item that ended so.
      else if (!seen.has(text.articleId)) {
        seen.add(text.articleId);
        found[kind] += 1;
        found.moves.push(judge(text, text.articleId, text.shownLanguage));
      }
      note(() => `${found.recorded + found.offTopic} stored articles judged`);
    }
  };
  await take(recordedTexts(since, needs.now, needs), 'recorded');
  await take(offTopicTexts(since, needs), 'offTopic');
  return found;
}

const doesEnter = ({ before, after }: Move) => before !== 'relevant' && after === 'relevant';
const doesLeave = ({ before, after }: Move) => before === 'relevant' && after !== 'relevant';

function listMoves(heading: string, moves: readonly Move[]): string {
  const lines = moves.flatMap(({ id, language, title, reason, after, isRelevant }) => {
    const label = isRelevant === undefined ? '' : isRelevant === (after === 'relevant') ? '  rightly' : '  wrongly';
    return [
      `  ${id}  ${language}${label}  ${outsidersText(title).replace(/\s+/g, ' ')}`,
      `      ${outsidersText(reason).replace(/\s+/g, ' ')}`,
    ];
  });
  return [`${heading}: ${moves.length}`, ...lines].join('\n');
}
