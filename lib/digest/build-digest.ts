import { composeDigest } from './compose-digest.ts';
import type { DigestLinks } from './digest-links.ts';
import type { Edition } from './edition.ts';
import {
  type EditionMaterial,
  type EditionMaterialNeeds,
  readEditionMaterial,
  type Window,
} from './edition-material.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import type { Subscriber } from './subscriber.ts';

export interface BuildDigestNeeds extends EditionMaterialNeeds {
  /** Without a slash at the end. */
  publicUrl: string;
  /** Shares readings between readers; absent where there is one reader. */
  materialOf?: ((window: Window) => Promise<EditionMaterial>) | undefined;
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

/** Whom a digest is for, and the reader's own links. */
export interface DigestReader extends Pick<Subscriber, 'zone' | 'language' | 'filter'>, Omit<DigestLinks, 'publicUrl'> {
  /** Days of this week on which nothing was recorded and nothing sent, where this edition is to tell of them. */
  quietDays?: number | undefined;
}

/** The digest of one window for one reader, from what the tables hold now and the reader's filter lets through. */
export async function buildDigest(
  edition: Pick<Edition, 'localDate' | 'from' | 'to'>,
  reader: DigestReader,
  needs: BuildDigestNeeds,
): Promise<RenderedDigest> {
  const { from, to } = edition;
  const material = await (needs.materialOf?.({ from, to }) ?? readEditionMaterial({ from, to }, needs));
  const digest = composeDigest(material, { edition, reader });
  const { unsubscribeUrl, preferencesUrl, editionUrl, feedbackOf } = reader;
  const links = { publicUrl: needs.publicUrl, unsubscribeUrl, preferencesUrl, editionUrl, feedbackOf };
  return {
    subject: digest.subject,
    html: renderHtml(digest, links),
    text: renderText(digest, links),
    coverageCount: digest.articleCount,
    isQuiet: digest.articleCount + digest.lateCount === 0,
  };
}
