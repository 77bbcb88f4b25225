import type { Theme } from '../classification/classification.ts';
import type { Relation } from '../feeds/outlet.ts';
import type { FeedHealth } from './feed-health.ts';
import { frameTextEn } from './frame-text-en.ts';
import { frameTextFa } from './frame-text-fa.ts';
import type { Subscriber } from './subscriber.ts';

export type FrameLanguage = Subscriber['language'];

/** Every string of the digest's frame in one language. Numbers come as they should stand, with the language's digits. */
export interface FrameText {
  product: string;
  edition: string;
  relations: Record<Relation, string>;
  themes: Record<Theme, string>;
  articles(count: string, isOne: boolean): string;
  outlets(count: string, isOne: boolean): string;
  languages(count: string, isOne: boolean): string;
  stories(count: string, isOne: boolean): string;
  /** One sentence, from the counts above; stories are absent where every article is one of its own. */
  summary(counts: { articles: string; stories: string | undefined; outlets: string; languages: string }): string;
  /** "speaks of …", of an article that looks old. @param words as they stand in it */
  speaksOf(words: string, year: string): string;
  period(from: string, to: string): string;
  copies(count: string, isOne: boolean): string;
  leading: string;
  more: string;
  /** The link to what the mail leaves out. */
  andMore(count: string): string;
  andMoreOutlets(count: string): string;
  whoReported: string;
  languagesHeading: string;
  carriedBy: string;
  reasonsBefore: string;
  reasonsLink: string;
  /** Before and after quoted words, which are isolated between them. */
  quotes: readonly [string, string];
  listSeparator: string;
  dateUnknown: string;
  passingMentions(count: string, isOne: boolean): string;
  late(count: string, isOne: boolean): string;
  nothing: string;
  /** One line; `filters` are words of the frame. */
  filterNote(filters: string): string;
  minimumScore(score: string): string;
  /** Of the week up to the edition. */
  quietDays(count: string, isOne: boolean): string;
  nothingSubject: string;
  run(health: { [K in keyof FeedHealth]: string }): string;
  whyYouGetThis: string;
  zoneNote(zone: string): string;
  privacy: string;
  page: string;
  unsubscribe: string;
  inBrowser: string;
  preferences: string;
  /** `headline` comes isolated where its direction is another than the frame's. */
  subject(articles: string, headline: string): string;
}

export const frameText: Record<FrameLanguage, FrameText> = { en: frameTextEn, fa: frameTextFa };
