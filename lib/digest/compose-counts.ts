import type { Coverage } from '../coverage/coverage.ts';
import type { Story } from '../stories/story.ts';
import { collectFigures } from './collect-figures.ts';
import { countBy } from './count-by.ts';
import type { DayCount } from './day-count.ts';
import type { Digest, DigestFigure, DigestTrend } from './digest.ts';
import { displayText } from './display-text.ts';
import { formatDay } from './format-time.ts';
import { frameNumber } from './frame-number.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { languageName } from './language-name.ts';
import { sectionText } from './section-text.ts';
import { trendOf } from './trend.ts';

const MOST_FIGURES = 6;
const MOST_CREDITS = 3;

/** Who reported: relations, outlets and languages, most first; equal ones in the order of the stories. */
export function composeCounts(
  news: readonly Coverage[],
  firstOutletIds: ReadonlySet<string>,
  language: FrameLanguage,
): Pick<Digest, 'relations' | 'outlets' | 'languages'> {
  return {
    relations: countBy(news, ({ relation }) => relation).map(({ key, count }) => ({
      key,
      name: frameText[language].relations[key],
      count,
    })),
    outlets: countBy(news, ({ outletId }) => outletId).map(({ key, count, first }) => ({
      key,
      name: displayText(first.outletName, 80),
      count,
      relation: first.relation,
      isFirst: firstOutletIds.has(key),
    })),
    languages: countBy(news, (article) => article.language).map(({ key, count }) => ({
      key,
      name: languageName(key, language),
      count,
    })),
  };
}

/**
 * Figures that were printed, by article. A copy prints what its original prints, and says nothing new: texts count.
 */
export function composeFigures(stories: readonly Story[], language: FrameLanguage): DigestFigure[] {
  const number = (value: number) => frameNumber(value, language);
  return collectFigures(stories.flatMap(({ texts }) => texts))
    .slice(0, MOST_FIGURES)
    .map(({ value, to, unit, articles, credits }) => ({
      number: to === undefined ? number(value) : `${number(value)}–${number(to)}`,
      unit,
      articles,
      credits: credits
        .slice(0, MOST_CREDITS)
        .toSorted((a, b) => Number(a.name === undefined) - Number(b.name === undefined))
        .map(({ name, id, articles: count }) => {
          const shown = id === undefined ? name : sectionText[language].figures[id];
          return { ...(shown && { name: displayText(shown, 60) }), articles: count };
        }),
      otherCredits: credits.slice(MOST_CREDITS).reduce((sum, credit) => sum + credit.articles, 0),
    }));
}

export function composeTrend(counts: readonly DayCount[], language: FrameLanguage): DigestTrend | undefined {
  const trend = trendOf(counts);
  return trend && { ...trend, days: trend.days.map((day) => ({ ...day, date: formatDay(day.day, language) })) };
}
