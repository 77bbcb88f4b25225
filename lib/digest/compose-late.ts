import type { Coverage } from '../coverage/coverage.ts';
import { findLateness } from '../coverage/judge-lateness.ts';
import { displayedArticle } from './compose-item.ts';
import type { DigestLate } from './digest.ts';
import { displayText } from './display-text.ts';
import { formatDate } from './format-time.ts';
import { frameYear } from './frame-number.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';

export interface LateCoverage {
  /** Old by their own date, the oldest first. */
  late: DigestLate[];
  /** Their date, or the want of one, is contradicted by what they say. */
  possiblyOld: DigestLate[];
}

/** @param articles relevant ones that are no news */
export function composeLate(articles: readonly Coverage[], language: FrameLanguage): LateCoverage {
  const text = frameText[language];
  const found: LateCoverage = { late: [], possiblyOld: [] };
  const byAge = articles.toSorted((a, b) =>
    (a.publishedAt ?? a.recordedAt).localeCompare(b.publishedAt ?? b.recordedAt),
  );
  for (const article of byAge) {
    const shown = displayedArticle(article);
    const lateness = findLateness(article.publishedAt, article.recordedAt, article.facts);
    if (lateness?.kind === 'possibly-old') {
      const why = text.speaksOf(displayText(lateness.words, 60), frameYear(lateness.impliedYear, language));
      found.possiblyOld.push({ ...shown, why });
    } else {
      const why = article.publishedAt ? formatDate(article.publishedAt.slice(0, 10), language) : text.dateUnknown;
      found.late.push({ ...shown, why });
    }
  }
  return found;
}
