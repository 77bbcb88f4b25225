import { collectWordings } from './collect-wordings.ts';
import { composeCounts, composeFigures, composeTrend } from './compose-counts.ts';
import { composeComing, composeDate } from './compose-dates.ts';
import { composeItem } from './compose-item.ts';
import { composeLate } from './compose-late.ts';
import { describeFilter } from './describe-filter.ts';
import type { Digest } from './digest.ts';
import type { Edition } from './edition.ts';
import type { EditionMaterial } from './edition-material.ts';
import { feedHealth } from './feed-health.ts';
import { filterCoverage } from './filter-coverage.ts';
import { formatDate, formatTime } from './format-time.ts';
import { frameNumber } from './frame-number.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { gatherEntries } from './gather-entries.ts';
import { headlineOf, isolatedIn, preheaderOf } from './headline.ts';
import { manifestOf } from './manifest.ts';
import { orderStories } from './order-stories.ts';
import { pickLeading } from './pick-leading.ts';
import { openFilter, type ReaderFilter } from './reader-filter.ts';
import type { Subscriber } from './subscriber.ts';

/** Up to this many stories all stand in full; of more, the rest is lines. */
const MAX_EXPANDED = 12;
const EXPANDED_OF_MANY = 9;

export interface DigestContext {
  edition: Pick<Edition, 'localDate' | 'from' | 'to'>;
  reader: Pick<Subscriber, 'zone' | 'language'> & { filter?: ReaderFilter; quietDays?: number | undefined };
}

function counted(count: number, phrase: (count: string, isOne: boolean) => string, language: FrameLanguage): string {
  return phrase(frameNumber(count, language), count === 1);
}

/** The digest of one window for one reader: what the reader's filter lets through of it. */
export function composeDigest(material: EditionMaterial, { edition, reader }: DigestContext): Digest {
  const { language, zone, filter = openFilter, quietDays = 0 } = reader;
  const text = frameText[language];
  const coverage = filterCoverage(material.recorded, filter);
  const onSubject = coverage.filter((article) => article.relevance === 'relevant');
  const news = onSubject.filter((article) => !article.isLate);
  const recordedIds = new Set(material.recorded.map(({ articleId }) => articleId));
  const stories = orderStories(gatherEntries(news), recordedIds);
  const { leading, rest } =
    stories.length <= MAX_EXPANDED ? { leading: stories, rest: [] } : pickLeading(stories, EXPANDED_OF_MANY);
  const frame = { now: edition.to, zone, language, recordedIds };
  const [expanded, lines] = [leading, rest].map((some) => some.map((story) => composeItem(story, frame)));
  const items = [...(expanded ?? []), ...(lines ?? [])];

  const counts = composeCounts(
    stories.flatMap(({ members }) => members),
    material.firstOutletIds,
    language,
  );
  const articles = counted(news.length, text.articles, language);
  const summary =
    news.length === 0
      ? text.nothing
      : text.summary({
          articles,
          stories: stories.length < news.length ? counted(stories.length, text.stories, language) : undefined,
          outlets: counted(counts.outlets.length, text.outlets, language),
          languages: counted(counts.languages.length, text.languages, language),
        });
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const headline = headlineOf(items, language);
  const period = text.period(formatTime(edition.from, zone, language), formatTime(edition.to, zone, language));
  const filterNote = describeFilter(filter, language);
  const trend = composeTrend(material.dayCounts, language);

  return {
    language,
    direction,
    zone,
    date: formatDate(edition.localDate, language),
    period,
    ...(filterNote !== undefined && { filterNote }),
    ...(quietDays > 0 && { quietNote: text.quietDays(frameNumber(quietDays, language), quietDays === 1) }),
    subject:
      news.length === 0
        ? text.nothingSubject
        : headline
          ? text.subject(
              articles,
              isolatedIn(`${headline.title} (${headline.outletName})`, headline.direction, direction),
            )
          : summary,
    preheader: preheaderOf({
      figures: [
        summary,
        ...counts.relations.slice(0, 3).map(({ name, count }) => `${name} ${frameNumber(count, language)}`),
      ],
      titles: items.filter(({ articleId }) => articleId !== headline?.articleId).map(({ title }) => title),
      closing: [period, text.privacy],
    }),
    summary,
    articleCount: news.length,
    storyCount: stories.length,
    copyCount: stories.reduce((sum, { copies }) => sum + copies.length, 0),
    passingMentionCount: coverage.filter((article) => article.relevance === 'passing-mention').length,
    lateCount: onSubject.length - news.length,
    expanded: expanded ?? [],
    lines: lines ?? [],
    ...counts,
    ...(trend && { trend }),
    figures: composeFigures(stories, language),
    wordings: collectWordings(stories.flatMap(({ texts }) => texts)),
    ...composeLate(
      onSubject.filter((article) => article.isLate),
      language,
    ),
    coming: composeComing(material.calendar, edition.localDate, language),
    unanswered: material.unanswered.map((occurrence) => composeDate(occurrence, edition.localDate, language)),
    health: feedHealth(material.feeds, edition.to),
    ...(material.run && { run: { ...material.run, day: formatDate(material.run.day, language) } }),
    manifest: { ...manifestOf(material.recorded), from: edition.from, to: edition.to },
  };
}
