import type { Coverage } from '../coverage/coverage.ts';
import { composeItem } from './compose-item.ts';
import { countBy } from './count-by.ts';
import { describeFilter } from './describe-filter.ts';
import type { Digest } from './digest.ts';
import { displayText } from './display-text.ts';
import type { Edition } from './edition.ts';
import type { FeedHealth } from './feed-health.ts';
import { formatDate, formatTime } from './format-time.ts';
import { type FrameLanguage, frameNumber, frameText, languageName } from './frame-text.ts';
import { type Carriage, groupCarriage } from './group-carriage.ts';
import { headlineOf, isolatedIn, preheaderOf } from './headline.ts';
import { orderCoverage } from './order-coverage.ts';
import { pickLeading } from './pick-leading.ts';
import { openFilter, type ReaderFilter } from './reader-filter.ts';
import type { Subscriber } from './subscriber.ts';

/** Up to this many entries all stand in full; of more, the rest is lines. */
const MAX_EXPANDED = 12;
const EXPANDED_OF_MANY = 9;

export interface DigestContext {
  edition: Pick<Edition, 'localDate' | 'from' | 'to'>;
  reader: Pick<Subscriber, 'zone' | 'language'> & { filter?: ReaderFilter; quietDays?: number | undefined };
  health: FeedHealth;
}

function counted(count: number, phrase: (count: string, isOne: boolean) => string, language: FrameLanguage): string {
  return phrase(frameNumber(count, language), count === 1);
}

/** The digest of the coverage recorded in one edition's window, in any order; off-topic records are left out. */
export function composeDigest(coverage: readonly Coverage[], { edition, reader, health }: DigestContext): Digest {
  const { language, zone, filter = openFilter, quietDays = 0 } = reader;
  const text = frameText[language];
  const onSubject = coverage.filter((article) => article.relevance === 'relevant');
  const relevant = orderCoverage(onSubject.filter((article) => !article.isLate));
  const entries = groupCarriage(relevant);
  const { leading, rest } =
    entries.length <= MAX_EXPANDED ? { leading: entries, rest: [] } : pickLeading(entries, EXPANDED_OF_MANY);
  const toItems = (some: readonly Carriage[]) =>
    some.map((entry) => composeItem(entry, { now: edition.to, zone, language }));
  const [expanded, lines] = [toItems(leading), toItems(rest)];
  const items = [...expanded, ...lines];

  const outlets = countBy(relevant, ({ outletId }) => outletId).map(({ key, count, first }) => ({
    key,
    name: displayText(first.outletName, 80),
    count,
    relation: first.relation,
  }));
  const languages = countBy(relevant, (article) => article.language).map(({ key, count }) => ({
    key,
    name: languageName(key, language),
    count,
  }));
  const relations = countBy(relevant, ({ relation }) => relation).map(({ key, count }) => ({
    key,
    name: text.relations[key],
    count,
  }));

  const articles = counted(relevant.length, text.articles, language);
  const summary =
    relevant.length === 0
      ? text.nothing
      : text.summary(
          articles,
          counted(outlets.length, text.outlets, language),
          counted(languages.length, text.languages, language),
        );
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const headline = headlineOf(items, language);
  const period = text.period(formatTime(edition.from, zone, language), formatTime(edition.to, zone, language));

  const filterNote = describeFilter(filter, language);
  return {
    ...(filterNote !== undefined && { filterNote }),
    ...(quietDays > 0 && { quietNote: text.quietDays(frameNumber(quietDays, language), quietDays === 1) }),
    language,
    direction,
    zone,
    date: formatDate(edition.localDate, language),
    period,
    subject:
      relevant.length === 0
        ? text.nothingSubject
        : headline
          ? text.subject(
              articles,
              isolatedIn(`${headline.title} (${headline.outletName})`, headline.direction, direction),
            )
          : summary,
    preheader: preheaderOf({
      figures: [summary, ...relations.slice(0, 3).map(({ name, count }) => `${name} ${frameNumber(count, language)}`)],
      titles: items.filter(({ articleId }) => articleId !== headline?.articleId).map(({ title }) => title),
      closing: [period, text.privacy],
    }),
    summary,
    articleCount: relevant.length,
    copyCount: relevant.length - entries.length,
    passingMentionCount: coverage.filter((article) => article.relevance === 'passing-mention').length,
    lateCount: onSubject.length - relevant.length,
    expanded,
    lines,
    relations,
    outlets,
    languages,
    health,
  };
}
