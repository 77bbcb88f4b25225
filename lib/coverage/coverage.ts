import { z } from 'zod';
import { Relevance, Theme } from '../classification/classification.ts';
import { Facts } from '../classification/facts.ts';
import { SecondOpinion } from '../classification/second-opinion.ts';
import { WebUrl } from '../feeds/feed.ts';
import { Relation } from '../feeds/outlet.ts';
import type { RecordHistory } from '../records/record-history.ts';
import { packStored, StoredMatches } from './packed-matches.ts';
import { StoryPlace } from './story-place.ts';

/** What an earlier rule set said of an article. */
export const FormerLabels = z.object({
  ruleSetVersion: z.string(),
  relevance: Relevance,
  score: z.number(),
  themes: z.array(Theme),
  /** When other labels took their place. */
  at: z.iso.datetime(),
});
export type FormerLabels = z.infer<typeof FormerLabels>;

/** One article on the subject, as the table keeps it. Days and times are in UTC. */
export const Coverage = z.object({
  schemaVersion: z.literal(2),
  articleId: z.string(),
  ...StoryPlace.shape,
  feedId: z.string(),
  url: WebUrl,
  canonicalUrl: WebUrl,
  outletId: z.string(),
  outletName: z.string(),
  relation: Relation,
  title: z.string(),
  author: z.string().optional(),
  language: z.string(),
  /** Absent when neither page nor feed gives a date that can be understood. */
  publishedAt: z.iso.datetime().optional(),
  recordedAt: z.iso.datetime(),
  /** Old by its date or by the anniversary it speaks of: coverage, but no news; digests leave it out. */
  isLate: z.boolean().optional(),
  /** One sentence; present where it is late. */
  lateReason: z.string().optional(),
  /** Day of publication, or of recording where that is unknown: the key of a query by day. */
  day: z.iso.date(),
  /** The key of the digest's window. */
  recordedDay: z.iso.date(),
  /** Off topic by a later rule set only: nothing is recorded as that, and nothing that was recorded is taken out. */
  relevance: Relevance,
  score: z.number(),
  threshold: z.number(),
  themes: z.array(Theme),
  /** Those that tell something, the heaviest first, at most 600; of long pairs the words at both ends only. A row keeps them packed. */
  matches: StoredMatches,
  ruleSetVersion: z.string(),
  /** What a language model said of it beside the rules; absent where none was asked, or gave no usable answer. */
  secondOpinion: SecondOpinion.optional(),
  /** At most twelve, the oldest first; absent when it was labelled once. */
  formerLabels: z.array(FormerLabels).optional(),
  /** What the text says, at most twenty of each kind; absent in records of before. */
  facts: Facts.optional(),
  /** The first 400 characters of the text, cut at a word. */
  excerpt: z.string(),
  /** Whole sentences that tell best what it says, in their order, at most three; absent in records of before. */
  keySentences: z.array(z.string()).max(3).optional(),
  bodyChars: z.int().min(0),
  /** `feed` when the page could not be read and the feed's own text stands in. */
  bodySource: z.enum(['page', 'feed']),
  pageKey: z.string().optional(),
  articleKey: z.string(),
});
export type Coverage = z.infer<typeof Coverage>;

export const coverageHistory: RecordHistory = {
  name: 'coverage record',
  key: 'articleId',
  upgrades: [
    // Version 2 keeps its matches packed; newer code may have packed those of an older row when it labelled it anew.
    (row) => ({ ...row, ...(row.matches !== undefined && { matches: packStored(row.matches) }) }),
  ],
};
