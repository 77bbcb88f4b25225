import type { CoverageStore } from '../coverage/coverage-store.ts';
import type { FeedStore } from '../feeds/feed-store.ts';
import { composeDigest } from './compose-digest.ts';
import type { Edition } from './edition.ts';
import { feedHealth } from './feed-health.ts';
import { filterCoverage } from './filter-coverage.ts';
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
  /** Nothing to tell: no article on the subject passed the reader's filter, not even a late one. */
  isQuiet: boolean;
}

/** Whom a digest is for. */
export interface DigestReader extends Pick<Subscriber, 'zone' | 'language' | 'filter'> {
  unsubscribeUrl: string;
  /** The reader's settings page, and this edition on the web; absent where nobody reads it. */
  preferencesUrl?: string | undefined;
  editionUrl?: string | undefined;
  /** Days of this week on which nothing was recorded and nothing sent, where this edition is to tell of them. */
  quietDays?: number | undefined;
}

/** The digest of one window for one reader, from what the tables hold now and the reader's filter lets through. */
export async function buildDigest(
  edition: Pick<Edition, 'localDate' | 'from' | 'to'>,
  reader: DigestReader,
  { coverageStore, feedStore, publicUrl }: BuildDigestNeeds,
): Promise<RenderedDigest> {
  const [recorded, feeds] = await Promise.all([coverageStore.listRecorded(edition.from, edition.to), feedStore.list()]);
  const coverage = filterCoverage(recorded, reader.filter);
  const digest = composeDigest(coverage, { edition, reader, health: feedHealth(feeds, edition.to) });
  const { unsubscribeUrl, preferencesUrl, editionUrl } = reader;
  const links = { publicUrl, unsubscribeUrl, preferencesUrl, editionUrl };
  return {
    subject: digest.subject,
    html: renderHtml(digest, links),
    text: renderText(digest, links),
    coverageCount: digest.articleCount,
    isQuiet: digest.articleCount + digest.lateCount === 0,
  };
}
