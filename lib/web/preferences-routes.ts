import { type Context, Hono } from 'hono';
import { type AskConfirmationNeeds, askConfirmation } from '../digest/ask-confirmation.ts';
import { changeRhythm } from '../digest/change-rhythm.ts';
import { isHeld, OWN_PAUSE } from '../digest/is-held.ts';
import { feedUrl, type LinkNeeds, readOwnerToken } from '../digest/reader-links.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { unsubscribeUrl } from '../digest/unsubscribe-token.ts';
import { log } from '../log.ts';
import { preferencesPage } from './preferences-page.ts';
import { addressOf, fieldOf, type ReaderForm, readForm, settingsOf } from './read-reader-form.ts';
import { readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';
import { smallForm } from './small-form.ts';

export interface PreferencesNeeds extends AskConfirmationNeeds, LinkNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'change' | 'setState'>;
}

/**
 * `/preferences?token=…`: GET shows what the reader gets, POST changes it. The token is of the reader's own mails; it ends
 * with the version of their links.
 */
export function preferencesRoutes(needs: PreferencesNeeds): Hono {
  const app = new Hono();
  app.use('/preferences', smallForm);

  const findReader = async (c: Context): Promise<Subscriber | undefined> => {
    const owner = readOwnerToken('preferences', c.req.query('token') ?? '', needs.signingKey, needs.now());
    const reader = owner && (await needs.subscriberStore.get(owner.subscriberId));
    return reader?.linkVersion === owner?.linkVersion ? reader : undefined;
  };
  const show = (c: Context, reader: Subscriber, isSaved = false) => {
    const action = `/preferences?token=${c.req.query('token')}`;
    const { subscriberId } = reader;
    const links = {
      action,
      // The same address all day long: who comes back finds the one they have.
      feedUrl: feedUrl(reader, `${needs.now().toISOString().slice(0, 10)}T00:00:00.000Z`, needs),
      unsubscribeUrl: unsubscribeUrl('', subscriberId, needs.signingKey),
    };
    return c.html(preferencesPage(reader, links, isSaved));
  };
  /** @returns the page for whom there are no settings */
  const turnAway = (c: Context, reader: Subscriber | undefined) => {
    const text = readerText[reader?.language ?? 'en'];
    return reader === undefined
      ? c.html(readerMessage('en', text.brokenTitle, text.broken), 400)
      : c.html(readerMessage(reader.language, text.goneTitle, text.gone));
  };

  app.get('/preferences', async (c) => {
    const reader = await findReader(c);
    return isServed(reader) ? show(c, reader) : turnAway(c, reader);
  });

  app.post('/preferences', async (c) => {
    const reader = await findReader(c);
    if (!isServed(reader)) return turnAway(c, reader);
    const form = await readForm(c);
    const action = fieldOf(form, 'action');
    const text = readerText[reader.language];
    if (action === 'change-address' && addressOf(form) !== undefined) {
      const { subscriberId, language, linkVersion } = reader;
      const address = addressOf(form) ?? '';
      await askConfirmation({ purpose: 'change-address', address, language, subscriberId, linkVersion }, needs);
      return c.html(readerMessage(reader.language, text.askedTitle, text.asked));
    }
    if (!(await change(reader, action, form, needs))) {
      return c.html(readerMessage(reader.language, text.wrongTitle, text.wrong), 400);
    }
    const after = (await needs.subscriberStore.get(reader.subscriberId)) ?? reader;
    if (action === 'resume' && isHeld(after)) {
      return c.html(readerMessage(reader.language, text.heldTitle, text.held), 403);
    }
    log.outcome({ stage: 'preferences', outcome: action });
    return show(c, after, true);
  });
  return app;
}

/** Who unsubscribed, or whose mailbox refused, comes back by another way than an old mail. */
const isServed = (reader: Subscriber | undefined): reader is Subscriber =>
  reader?.state === 'active' || reader?.state === 'paused';

/** @returns false for what cannot be done */
async function change(
  reader: Subscriber,
  action: string,
  form: ReaderForm,
  { subscriberStore, now }: PreferencesNeeds,
): Promise<boolean> {
  const { subscriberId, state } = reader;
  if (action === 'save') {
    const settings = settingsOf(form);
    if (settings === undefined) return false;
    return subscriberStore.change(subscriberId, changeRhythm(reader, settings, now()));
  }
  if (action !== 'pause' && action !== 'resume') return false;
  const wanted = action === 'pause' ? 'paused' : 'active';
  // Whom the operator paused, the operator resumes; a pause in this very moment the store heeds.
  if (state !== wanted && !isHeld(reader)) {
    await subscriberStore.setState(subscriberId, {
      state: wanted,
      at: now().toISOString(),
      reason: OWN_PAUSE,
      onlyFrom: [wanted === 'paused' ? 'active' : 'paused'],
    });
  }
  return true;
}
