import type { FigureFact } from '../classification/facts.ts';
import type { FrameLanguage } from './frame-text.ts';
import { sectionTextEn } from './section-text-en.ts';
import { sectionTextFa } from './section-text-fa.ts';

/** A number as it should stand, and whether it is one. */
export interface Counted {
  count: string;
  isOne: boolean;
}

/** The words of the sections around and below the stories, in one language. Numbers come with the language's digits. */
export interface SectionText {
  /** "38th anniversary". @param ordinal 1 … 99 */
  anniversary(ordinal: number): string;
  /** "38th anniversary: " before the name of a date. */
  counted(ordinal: number, name: string): string;
  independentOutlets(outlets: Counted): string;
  alsoIn: string;
  continued: string;
  figuresBefore: string;
  /** Before the name of whom an article credits with a figure. */
  accordingTo: string;
  /** Before the address of the page with both buttons. */
  isItRelevant: string;
  isRelevant: string;
  isNotRelevant: string;
  trend: {
    heading: string;
    stories: string;
    furtherArticles: string;
    /** One sentence. */
    total(total: { articles: Counted; stories: Counted }): string;
    /** One sentence; `change` in whole per cent with its sign. */
    before(before: { articles: string; stories: string; change: string }): string;
    nothingBefore: string;
    note: string;
  };
  figures: {
    heading: string;
    units: Record<FigureFact['unit'], string>;
    articles(articles: Counted): string;
    credited: string;
    uncredited: string;
    /** Where articles credit one of many. */
    others: string;
    opposition: string;
    note: string;
  };
  wording: {
    heading: string;
    /** By key of the wordings that facts know; others stand as they are. */
    names: Record<string, string>;
    outlet: string;
    quotation: string;
    hedged: string;
    note: string;
  };
  /** The first screen; labels with their colon. */
  glance: { first: string; missed: string; next: string; more(count: string): string };
  firstTime: string;
  oneEach: string;
  coming: {
    heading: string;
    today: string;
    tomorrow: string;
    inDays(days: string): string;
    /** @param court, place in the frame's language or isolated */
    hearing(court: string, place: string): string;
    postponed: string;
    /** @param date in words; the one that no longer holds */
    wasSetFor(date: string): string;
  };
  unanswered: {
    heading: string;
    /** One sentence. @param name in the frame's language  @param date in words */
    line(name: string, date: string): string;
  };
  late: {
    heading: string;
    possiblyOld: string;
    lateNote: string;
    possiblyOldNote: string;
    more(count: string): string;
  };
  run: {
    /** One sentence. */
    read(articles: Counted, day: string): string;
    cost(dollars: string): string;
  };
  manifest: {
    label: string;
    /** One sentence. @param from ISO 8601 in UTC  @param to the same */
    note(articles: Counted, from: string, to: string): string;
  };
}

export const sectionText: Record<FrameLanguage, SectionText> = { en: sectionTextEn, fa: sectionTextFa };
