import { fileURLToPath } from 'node:url';
import type { PageArchive } from '../articles/page-archive.ts';
import { checkLexicon } from '../classification/check-lexicon.ts';
import type { Relevance } from '../classification/classification.ts';
import { classify } from '../classification/classify.ts';
import { compileLexicon } from '../classification/compile-lexicon.ts';
import { type Lexicon, readLexicon } from '../classification/lexicon.ts';
import { scoreLabels } from '../classification/score-labels.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { readGold } from './read-gold.ts';
import { SCORE_HEADINGS, scoreCells } from './score-cells.ts';
import { textTable } from './text-table.ts';

const projectFile = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const LEXICON = projectFile('config/lexicon.json');
const DAY_MILLISECONDS = 86_400_000;

export interface RulesOptions {
  lexicon?: string | undefined;
  /** JSONL of labelled texts; the project's own gold set when absent. */
  gold?: string | undefined;
  /** Days of stored coverage to look at, "30d". */
  since?: string | undefined;
  json?: boolean | undefined;
}

export interface RulesNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  pageArchive: Pick<PageArchive, 'getArticle'>;
}

/** @throws UserError with exit code 1 when the lexicon has a problem; what it is stands on stdout */
export function rulesCheckCommand(options: RulesOptions, io: CommandIo): void {
  const lexicon = readLexicon(options.lexicon ?? LEXICON);
  const offTopic = readGold(options.gold)
    .filter(({ relevant, outcome }) => !relevant && outcome !== 'passing-mention')
    .map(({ title, text, lang }) => ({ title, text, language: lang }));
  const problems = checkLexicon(lexicon, offTopic);
  if (options.json) io.stdout(`${JSON.stringify({ version: lexicon.version, problems }, null, 2)}\n`);
  else if (problems.length === 0) io.stdout(`rule set ${lexicon.version}: nothing found\n`);
  else {
    const rows = problems.map(({ kind, ruleId, form, message }) => [kind, ruleId, form, message]);
    io.stdout(`${textTable(['problem', 'rule', 'form', 'why'], rows)}\n`);
  }
  const broken = problems.filter(({ kind }) => kind !== 'swallowed').length;
  if (broken > 0) throw new UserError(`rules check: ${broken} rules to mend`);
}

interface Move {
  id: string;
  title: string;
  language: string;
  before: Relevance;
  after: Relevance;
}

/** Judges the gold set, and stored coverage with --since, by the rules in use and by the ones to try. */
export async function rulesTestCommand(
  options: RulesOptions,
  needs: RulesNeeds | undefined,
  io: CommandIo,
  now: Date,
): Promise<void> {
  const before = readLexicon(LEXICON);
  const after = options.lexicon === undefined ? before : readLexicon(options.lexicon);
  const judge = judgeBoth(before, after);
  const gold = readGold(options.gold).map((line) => ({ ...line, move: judge(String(line.id), line) }));
  const languages = [...new Set(gold.map(({ lang }) => lang))].toSorted();
  const scoreOf = (rows: typeof gold, side: 'before' | 'after') =>
    scoreLabels(
      rows.map(({ relevant, move }) => ({ isRelevant: relevant, isSaidRelevant: move[side] === 'relevant' })),
    );
  const scores = ['all', ...languages].map((language) => {
    const rows = gold.filter(({ lang }) => language === 'all' || lang === language);
    return { language, before: scoreOf(rows, 'before'), after: scoreOf(rows, 'after') };
  });
  const stored = needs && options.since ? await judgeStored(needs, daysOf(options.since), now, judge) : undefined;
  const moves = [...gold.map(({ move }) => move), ...(stored?.moves ?? [])];
  const enters = moves.filter(({ before: was, after: is }) => was !== 'relevant' && is === 'relevant');
  const leaves = moves.filter(({ before: was, after: is }) => was === 'relevant' && is !== 'relevant');
  if (options.json) {
    const counts = stored && { judged: stored.moves.length, missing: stored.missing };
    const result = { before: before.version, after: after.version, scores, enters, leaves, stored: counts };
    io.stdout(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const rows = scores.map((score) => [score.language, ...scoreCells(score)]);
  const table = textTable(['language', ...SCORE_HEADINGS], rows);
  io.stdout(`rule set ${before.version} against ${after.version}\n${table}\n`);
  io.stdout(`${listMoves('would enter', enters)}${listMoves('would leave', leaves)}`);
  if (stored) io.stdout(`${stored.moves.length} stored articles judged, ${stored.missing} without their text\n`);
}

type Judge = (id: string, text: { title: string; text: string; lang: string }) => Move;

function judgeBoth(before: Lexicon, after: Lexicon): Judge {
  const [old, fresh] = [compileLexicon(before), compileLexicon(after)];
  return (id, { title, text, lang }) => {
    const input = { title, text, language: lang };
    const [was, is] = [classify(input, old).relevance, classify(input, fresh).relevance];
    return { id, title, language: lang, before: was, after: is };
  };
}

/** Coverage keeps what was relevant or a passing mention; what was off topic is not stored and cannot enter here. */
async function judgeStored(
  needs: RulesNeeds,
  days: number,
  now: Date,
  judge: Judge,
): Promise<{ moves: Move[]; missing: number }> {
  const from = new Date(now.getTime() - days * DAY_MILLISECONDS);
  const moves: Move[] = [];
  let missing = 0;
  for (const { articleKey, articleId, language } of await needs.coverageStore.listRecorded(
    from.toISOString(),
    now.toISOString(),
  )) {
    const article = await needs.pageArchive.getArticle(articleKey);
    if (!article) missing += 1;
    else moves.push(judge(articleId, { title: article.title, text: article.text, lang: language }));
  }
  return { moves, missing };
}

function daysOf(since: string): number {
  const days = Number(/^(\d{1,4})d$/.exec(since)?.[1]);
  if (!(days > 0)) throw new UserError('--since is a number of days, for example 30d', 2);
  return days;
}

function listMoves(heading: string, moves: readonly Move[]): string {
  const lines = moves.map(({ id, language, title }) => `  ${id}  ${language}  ${title.replace(/\p{Cc}/gu, ' ')}\n`);
  return `${heading}: ${moves.length}\n${lines.join('')}`;
}
