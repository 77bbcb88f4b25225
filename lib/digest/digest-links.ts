import type { FeedbackLinks } from './feedback-links.ts';

/** Addresses of our own that stand in a mail. What is absent is not shown. */
export interface DigestLinks {
  /** Of the page, without a slash at the end. */
  publicUrl: string;
  unsubscribeUrl: string;
  /** The reader's settings, and this edition on the web. */
  preferencesUrl?: string | undefined;
  editionUrl?: string | undefined;
  /** Both lead to a page with a button: whoever opens them has changed nothing. */
  feedbackOf?: ((articleId: string) => FeedbackLinks) | undefined;
}

/** The address of the page about one article. */
export function articlePage(publicUrl: string, articleId: string): string {
  return `${publicUrl}/articles/${encodeURIComponent(articleId)}`;
}

/** Where the reader finds what the mail leaves out: this edition on the web, or else the coverage page. */
export const fullEdition = ({ publicUrl, editionUrl }: DigestLinks): string => editionUrl ?? `${publicUrl}/`;
