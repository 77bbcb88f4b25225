import { type BuildDigestNeeds, buildDigest } from './build-digest.ts';
import type { Edition, HeldEdition } from './edition.ts';
import type { EditionArchive } from './edition-archive.ts';
import type { EditionStore } from './edition-store.ts';
import { feedbackLinks } from './feedback-links.ts';
import { countQuietDays, isSilentOn } from './quiet-days.ts';
import { editionUrl, preferencesUrl } from './reader-links.ts';
import type { Subscriber } from './subscriber.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

export interface BuildEditionNeeds extends BuildDigestNeeds {
  editionStore: Pick<EditionStore, 'makeReady' | 'skip' | 'listRecent'>;
  editionArchive: EditionArchive;
  /** Signs the links. */
  signingKey: string;
}

/** @returns `skipped` when this call ended it without a mail; undefined when another run ended it */
export async function buildEdition(
  edition: HeldEdition,
  subscriber: Subscriber,
  needs: BuildEditionNeeds,
): Promise<Edition | 'skipped' | undefined> {
  const { subscriberId, linkVersion, zone, language, filter } = subscriber;
  const { editionId, createdAt } = edition;
  const digest = await buildDigest(
    edition,
    {
      ...{ zone, language, filter },
      unsubscribeUrl: unsubscribeUrl(needs.publicUrl, subscriberId, needs.signingKey),
      preferencesUrl: preferencesUrl(subscriber, createdAt, needs),
      editionUrl: editionUrl(subscriber, { key: editionId.slice(subscriberId.length + 1), createdAt }, needs),
      feedbackOf: (articleId) =>
        feedbackLinks({ subscriberId, linkVersion, localDate: edition.localDate, articleId }, needs),
      quietDays: await countQuietDays(subscriber, edition.localDate, needs),
    },
    needs,
  );
  if (digest.isQuiet && isSilentOn(subscriber, edition.localDate)) {
    return (await needs.editionStore.skip(edition)) ? 'skipped' : undefined;
  }
  const [htmlKey, textKey] = await Promise.all([
    needs.editionArchive.put(digest.html, 'html'),
    needs.editionArchive.put(digest.text, 'txt'),
  ]);
  const standing = await needs.editionStore.makeReady(edition, {
    subject: digest.subject,
    htmlKey,
    textKey,
    coverageCount: digest.coverageCount,
  });
  return standing.state === 'ready' && standing.fence === edition.fence ? standing : undefined;
}
