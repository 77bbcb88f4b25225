import type { CoverageStore } from '../coverage/coverage-store.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { composeDigest } from './compose-digest.ts';
import type { Edition } from './edition.ts';
import { feedHealth } from './feed-health.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import type { Subscriber } from './subscriber.ts';

export interface BuildDigestNeeds {
  coverageStore: Pick<CoverageStore, 'listRecorded'>;
  feedStore: Pick<FeedStore, 'list'>;
  /** Without a slash at the end. */
  publicUrl: string;
}

/** One edition as it is sent. */
export interface RenderedDigest {
  subject: string;
  html: string;
  text: string;
  /** Relevant articles, copies included. */
  coverageCount: number;
}

/** The digest of one window for one reader, from what the tables hold now. */
export async function buildDigest(
  edition: Pick<Edition, 'localDate' | 'from' | 'to'>,
  reader: Pick<Subscriber, 'zone' | 'language'> & { unsubscribeUrl: string },
  { coverageStore, feedStore, publicUrl }: BuildDigestNeeds,
): Promise<RenderedDigest> {
  const [coverage, feeds] = await Promise.all([coverageStore.listRecorded(edition.from, edition.to), feedStore.list()]);
  const digest = composeDigest(coverage, { edition, reader, health: feedHealth(feeds, edition.to) });
  const links = { publicUrl, unsubscribeUrl: reader.unsubscribeUrl };
  return {
    subject: digest.subject,
    html: renderHtml(digest, links),
    text: renderText(digest, links),
    coverageCount: digest.articleCount,
  };
}
