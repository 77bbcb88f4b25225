import type { NewsroomArticle, NewsroomOutlet } from '../newsroom-outlet.ts';

/** All that a template needs to print one article; texts are plain, not yet escaped. */
export interface PageView {
  outlet: NewsroomOutlet;
  article: NewsroomArticle;
  /** BCP 47 of the article. */
  language: string;
  url: string;
  siteUrl: string;
  publishedAt: Date;
  /** Other articles of the outlet, for boxes beside and below the text. */
  others: readonly { title: string; url: string }[];
}
