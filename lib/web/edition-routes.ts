import { Hono } from 'hono';
import { dayBefore } from '../coverage/days.ts';
import type { EditionArchive } from '../digest/edition-archive.ts';
import type { EditionStore } from '../digest/edition-store.ts';
import { type LinkNeeds, readEditionToken, readOwnerToken } from '../digest/reader-links.ts';
import type { LinkOwner } from '../digest/reader-token.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { writeEditionFeed } from '../digest/write-edition-feed.ts';
import { readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';
import { withoutTokens } from './without-tokens.ts';

export interface EditionNeeds extends LinkNeeds {
  subscriberStore: Pick<SubscriberStore, 'get'>;
  editionStore: Pick<EditionStore, 'get' | 'listRecent'>;
  editionArchive: Pick<EditionArchive, 'get'>;
  now: () => Date;
}

/** As long as the link of an edition is good. */
const FEED_DAYS = 90;
const MOST_ENTRIES = 60;

/**
 * `/editions/<token>`: an edition as it was sent, for whoever has the address; the links that act for its reader are
 * taken out, for readers hand such an address on. `/editions/feed/<token>.atom`: a reader's editions for a feed reader.
 * Both end with the version of the reader's links, and with their time.
 */
export function editionRoutes(needs: EditionNeeds): Hono {
  const app = new Hono();
  const { editionGoneTitle, editionGone } = readerText.en;
  const gone = readerMessage('en', editionGoneTitle, editionGone);
  const findReader = async (owner: LinkOwner | undefined): Promise<Subscriber | undefined> => {
    const reader = owner && (await needs.subscriberStore.get(owner.subscriberId));
    return reader?.linkVersion === owner?.linkVersion ? reader : undefined;
  };

  app.get('/editions/:token', async (c) => {
    const wanted = readEditionToken(c.req.param('token'), needs.signingKey, needs.now());
    if (!wanted || !(await findReader(wanted))) return c.html(gone, 410);
    const edition = await needs.editionStore.get(wanted.editionId);
    const mail = edition?.htmlKey && (await needs.editionArchive.get(edition.htmlKey));
    return mail ? c.html(withoutTokens(mail)) : c.html(gone, 410);
  });

  app.get('/editions/feed/:file', async (c) => {
    const [, token = ''] = /^(.+)\.atom$/.exec(c.req.param('file')) ?? [];
    const reader = await findReader(readOwnerToken('feed', token, needs.signingKey, needs.now()));
    if (!reader) return c.text(editionGone, 410);
    const fromDate = dayBefore(needs.now().toISOString().slice(0, 10), FEED_DAYS);
    const editions = await needs.editionStore.listRecent(reader.subscriberId, { fromDate, most: MOST_ENTRIES });
    const feed = writeEditionFeed(reader, editions, { ...needs, selfUrl: `${needs.publicUrl}${c.req.path}` });
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });
  return app;
}
