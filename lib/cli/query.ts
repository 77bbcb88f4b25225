import { z } from 'zod';
import { Relevance, Theme } from '../classification/classification.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { CoverageStore } from '../coverage/coverage-store.ts';
import { dayBefore } from '../coverage/days.ts';
import { withoutUnseen } from '../digest/display-text.ts';
import { UserError } from '../errors.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import type { OutletRegister } from '../feeds/outlet-register.ts';
import type { CommandIo } from './command-io.ts';
import { nearNames } from './near-names.ts';
import { queryStory } from './query-story.ts';
import { readSince } from './read-since.ts';
import { textTable } from './text-table.ts';

export interface QueryOptions {
  from?: string | undefined;
  to?: string | undefined;
  /** In place of `from`, as other commands take it; the day of it. */
  since?: string | undefined;
  relevance?: string | undefined;
  theme?: string | undefined;
  language?: string | undefined;
  outlet?: string | undefined;
  /** Id of a story: its members, whatever the other options say. */
  story?: string | undefined;
  json?: boolean | undefined;
}

export interface QueryNeeds {
  coverageStore: Pick<CoverageStore, 'query' | 'listStory'>;
  feedStore: Pick<FeedStore, 'list'>;
  outletRegister: Pick<OutletRegister, 'outlets'>;
  now: () => Date;
}

const DAYS_BY_DEFAULT = 7;
/** Ten years. Each day is a request to the table: without a bound a mistyped year would ask it for hours. */
const MOST_DAYS = 3_660;

/** Prints the coverage of a range of days, newest first; the last seven days unless said otherwise. */
export async function queryCommand(options: QueryOptions, needs: QueryNeeds, io: CommandIo): Promise<void> {
  if (options.story !== undefined) return queryStory(options.story, options, needs, io);
  const toDay = dayOption('--to', options.to) ?? needs.now().toISOString().slice(0, 10);
  if (options.since !== undefined && options.from !== undefined)
    throw new UserError('--since and --from both say where it begins: give one of them', 2);
  const sinceDay = options.since === undefined ? undefined : readSince(options.since, needs.now()).slice(0, 10);
  const fromDay = dayOption('--from', options.from) ?? sinceDay ?? dayBefore(toDay, DAYS_BY_DEFAULT - 1);
  if (fromDay > toDay) throw new UserError(`--from ${fromDay} is after --to ${toDay}; swap the two days`, 2);
  if (dayBefore(toDay, MOST_DAYS - 1) > fromDay)
    throw new UserError(`--from ${fromDay} to ${toDay}: at most ${MOST_DAYS} days at once; ask for fewer`, 2);
  const relevance = options.relevance === 'all' ? undefined : (options.relevance ?? 'relevant');
  const coverage = await needs.coverageStore.query(
    { fromDay, toDay },
    {
      relevance: relevance === undefined ? undefined : oneOf('--relevance', Relevance, relevance, ['all']),
      theme: options.theme === undefined ? undefined : oneOf('--theme', Theme, options.theme),
      language: languageOption(options.language),
      outletId: options.outlet,
    },
  );
  const remark = coverage.length === 0 && options.outlet ? await remarkOnOutlet(options.outlet, needs) : undefined;
  if (options.json) {
    if (remark !== undefined) io.stderr(remark);
    return io.stdout(JSON.stringify(coverage, null, 2));
  }
  if (coverage.length > 0)
    io.stdout(
      withoutUnseen(
        textTable(
          ['published', 'outlet', 'relation', 'lang', 'score', 'themes', 'title and address'],
          coverage.map(rowOf),
        ),
      ),
    );
  io.stderr(`${coverage.length} ${coverage.length === 1 ? 'article' : 'articles'} from ${fromDay} to ${toDay}`);
  if (remark !== undefined) io.stderr(remark);
}

/**
 * Said where nothing was found: an outlet that neither list knows has no coverage but what it had before it was taken
 * out, or what an aggregator brought of it.
 *
 * @returns undefined for an outlet that is known
 */
async function remarkOnOutlet(
  typed: string,
  { feedStore, outletRegister }: Pick<QueryNeeds, 'feedStore' | 'outletRegister'>,
): Promise<string | undefined> {
  const ofFeeds = (await feedStore.list()).map(({ outletId }) => outletId);
  const known = [...new Set([...outletRegister.outlets.map(({ outletId }) => outletId), ...ofFeeds])];
  if (known.includes(typed)) return undefined;
  const near = nearNames(typed, known);
  const hint =
    near.length > 0 ? `near it: ${near.join(', ')}` : 'an id is most often a host, as in config/outlets.json';
  return `--outlet ${typed}: no such outlet in config/outlets.json or the feed list; ${hint}`;
}

function rowOf(coverage: Coverage): string[] {
  const published = coverage.publishedAt?.slice(0, 16).replace('T', ' ') ?? `(${coverage.recordedAt.slice(0, 10)})`;
  const { outletId, relation, language, score, themes, title, url } = coverage;
  return [published, outletId, relation, language, score.toFixed(1), themes.join(' ') || '–', `${title}  ${url}`];
}

function dayOption(name: string, value: string | undefined): string | undefined {
  if (value === undefined || z.iso.date().safeParse(value).success) return value;
  throw new UserError(`${name} ${value}: write a day as YYYY-MM-DD, for example 2026-08-29`, 2);
}

const UNKNOWN_LANGUAGE = 'und';
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Records have primary tags; of `zh-Hant` that is `zh`. */
function languageOption(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const tag = /^([a-z]{2,3})(?:-[a-z0-9]{1,8})*$/.exec(value.toLowerCase())?.[1];
  if (tag === UNKNOWN_LANGUAGE || (tag !== undefined && languages.of(tag) !== undefined)) return tag;
  throw new UserError(`--language ${value}: give a short language tag, for example fa; und is an unknown language`, 2);
}

function oneOf<T extends string>(
  name: string,
  values: z.ZodType<T> & { options: readonly T[] },
  value: string,
  more: readonly string[] = [],
): T {
  const parsed = values.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError(`${name} ${value}: choose one of ${[...values.options, ...more].join(', ')}`, 2);
}
