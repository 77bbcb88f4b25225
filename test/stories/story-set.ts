import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { houseStyle } from './house-style.ts';

export type CopyKind = 'original' | 'verbatim' | 'trimmed' | 're-titled' | 'excerpted' | 'merged' | 'told-anew';

/** One article of the set. Two of the same cluster are a pair that should be found, all others are not. */
export interface SetArticle {
  articleId: string;
  cluster: string;
  /** A merged text holds a second story, too: pairs with that one count neither way. */
  alsoHolds?: string;
  kind: CopyKind;
  batch: (typeof RETOLD)[number];
  language: string;
  outletId: string;
  title: string;
  text: string;
  publishedAt: string;
}

interface Base {
  id: string;
  language: string;
  title: string;
  text: string;
}

const GOLD = 'test/fixtures/classification/gold';
const NEWSROOM = 'lib/local/newsroom/outlets';
const STORIES = 'test/fixtures/stories';
/**
 * `held-out` and `second` were judged before anything was changed for them, and so were `unseen` and `near-misses`, by somebody
 * else; in `follow-ups` what came of an event, or took place beside it, is told by others than told it; `features` and `unseen`
 * tell events in the manner of a report and in that of a feature, beside others that are like them.
 */
const RETOLD = ['first', 'held-out', 'second', 'features', 'unseen', 'near-misses', 'follow-ups'] as const;
const HOUR = 3_600_000;
const FIRST_DAY = Date.parse('2026-08-22T06:00:00.000Z');

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** 0 ≤ number < 1, the same for the same words at every run. */
const chance = (...words: (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32BE() / 2 ** 32;

/** Every article of the set in the order in which they are seen. */
export function readStorySet(): SetArticle[] {
  const bases = readBases();
  return [...bases.flatMap((base, index) => clusterOf(base, index, bases)), ...readRetold()].toSorted(
    (a, b) => a.publishedAt.localeCompare(b.publishedAt) || a.articleId.localeCompare(b.articleId),
  );
}

/** Relevant texts of the gold set and of the sample newsroom: written for the project, one event each. */
function readBases(): Base[] {
  const gold = readdirSync(GOLD)
    .filter((file) => file.startsWith('batch-'))
    .flatMap((file) =>
      linesOf<{ id: string; lang: string; relevant: boolean; title: string; text: string }>(`${GOLD}/${file}`),
    )
    .filter(({ relevant }) => relevant)
    .map(({ id, lang, title, text }) => ({ id: `gold-${id}`, language: lang, title, text }));
  const newsroom = readdirSync(NEWSROOM).flatMap((file) => {
    const outlet = JSON.parse(readFileSync(`${NEWSROOM}/${file}`, 'utf8'));
    return outlet.articles
      .filter(
        (one: { wire?: object; label: { relevance: string }; paragraphs?: string[] }) =>
          !one.wire && one.label.relevance === 'relevant',
      )
      .map((one: { slug: string; language?: string; title: string; paragraphs: string[] }) => ({
        id: `newsroom-${one.slug}`,
        language: one.language ?? outlet.language,
        title: one.title,
        text: one.paragraphs.join('\n\n'),
      }));
  });
  return [...gold, ...newsroom];
}

const footers: Record<string, string[]> = JSON.parse(readFileSync(`${STORIES}/footers.json`, 'utf8'));

/** The original in an outlet that puts the same lines under all that it prints, and three to four ways to carry it. */
function clusterOf(base: Base, index: number, bases: readonly Base[]): SetArticle[] {
  const at = FIRST_DAY + Math.floor(chance(base.id, 'time') * 14 * 24) * HOUR;
  const house = Math.floor(chance(base.id, 'house') * 2);
  const footer = footers[base.language]?.[house];
  const article = (kind: CopyKind, title: string, text: string, changes: Partial<SetArticle> = {}): SetArticle => ({
    articleId: `${base.id}-${kind}`,
    cluster: base.id,
    kind,
    batch: chance(base.id, 'batch') < 1 / 3 ? 'held-out' : 'first',
    language: base.language,
    outletId: `${kind}-${Math.floor(chance(base.id, kind, 'outlet') * 3)}.${base.language}.example`,
    title,
    text,
    publishedAt: new Date(at + Math.floor(1 + chance(base.id, kind) * 40) * HOUR).toISOString(),
    ...changes,
  });
  const original = article('original', base.title, footer ? `${base.text}\n\n${footer}` : base.text, {
    outletId: `house-${house}.${base.language}.example`,
    publishedAt: new Date(at).toISOString(),
  });
  const style = (text: string) => houseStyle(text, base.language, chance(base.id, 'style'));
  const copies = [
    article('verbatim', base.title, base.text),
    article('trimmed', base.title, style(trimmed(base.text, 0.45 + 0.35 * chance(base.id, 'trim')))),
    article('re-titled', otherTitle(base), style(base.text)),
    article('excerpted', base.title, excerpt(base.text, chance(base.id, 'where'))),
  ].filter((_, place) => chance(base.id, 'left out', place) > 0.2);
  return [original, ...copies, ...mergedOf(base, index, bases, article)];
}

type MakeArticle = (kind: CopyKind, title: string, text: string, changes?: Partial<SetArticle>) => SetArticle;

/** Every third: the whole of it, and a shorter part of another one in the same language behind it, under a title for both. */
function mergedOf(base: Base, index: number, bases: readonly Base[], article: MakeArticle): SetArticle[] {
  if (index % 3 !== 0) return [];
  const other = bases.find((one, place) => place > index && one.language === base.language);
  if (!other) return [];
  const text = `${base.text}\n\n${trimmed(other.text, 0.5)}`;
  return [article('merged', `${base.title} – ${other.title}`, text, { alsoHolds: other.id })];
}

/** The paragraphs from the top that make up the share of the text; two at least where there are two. */
function trimmed(text: string, share: number): string {
  const paragraphs = text.split('\n\n');
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    if (kept.length >= 2 && kept.join('').length > share * text.length) break;
    kept.push(paragraph);
  }
  return kept.join('\n\n');
}

/** The lead, or a run of sentences out of the middle, as aggregators print it. */
function excerpt(text: string, where: number): string {
  const sentences = text.replace(/\n+/g, ' ').split(/(?<=[.!?؟])\s+/);
  const count = Math.max(3, Math.round(sentences.length * 0.3));
  const from = where < 0.6 ? 0 : Math.floor((sentences.length - count) / 2);
  return `${sentences.slice(from, from + count).join(' ')} …`;
}

/** Words out of the text's second sentence: what another desk might put on top. */
function otherTitle({ text }: Base): string {
  const [first = '', second = first] = text.replace(/\n+/g, ' ').split(/(?<=[.!?؟])\s+/);
  return second.split(' ').slice(0, 9).join(' ');
}

interface Retold {
  event: string;
  kind?: CopyKind;
  language: string;
  /** Where no time is given, an hour of this day. */
  day?: string;
  publishedAt?: string;
  outletId?: string;
  title: string;
  text: string;
}

/** Events told by several outlets in their own words, and others like them; written by hand. */
function readRetold(): SetArticle[] {
  return RETOLD.flatMap((batch) =>
    linesOf<Retold>(`${STORIES}/retold-${batch}.jsonl`).map(
      ({ event, kind = 'told-anew', language, day, publishedAt, outletId, title, text }, index) => ({
        articleId: `${event}-${index}`,
        cluster: event,
        kind,
        batch,
        language,
        outletId: outletId ?? `teller-${index % 7}.${language}.example`,
        title,
        text,
        publishedAt: publishedAt ?? `${day}T${String(8 + (index % 10)).padStart(2, '0')}:00:00.000Z`,
      }),
    ),
  );
}
