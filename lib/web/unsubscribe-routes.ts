import { Hono } from 'hono';
import type { FrameLanguage } from '../digest/frame-text.ts';
import { html } from '../digest/html-template.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { readUnsubscribeToken } from '../digest/unsubscribe-token.ts';
import { log } from '../log.ts';
import { readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';

export interface UnsubscribeNeeds {
  subscriberStore: Pick<SubscriberStore, 'get' | 'setState'>;
  now: () => Date;
  signingKey: string;
}

/**
 * `/unsubscribe?token=…`: GET shows a button, for mail scanners open every link; POST unsubscribes, by the button or by
 * the mail program's one click (RFC 8058). Doing it twice is the same as doing it once.
 */
export function unsubscribeRoutes(needs: UnsubscribeNeeds): Hono {
  const app = new Hono();
  const reader = (token: string | undefined) => readUnsubscribeToken(token ?? '', needs.signingKey);
  /** Whatever keeps the reader's row from being read keeps nobody from unsubscribing. */
  const languageOf = async (subscriberId: string): Promise<FrameLanguage> =>
    (await needs.subscriberStore.get(subscriberId).catch(() => undefined))?.language ?? 'en';
  const broken = readerMessage('en', readerText.en.cutTitle, readerText.en.cut);

  app.get('/unsubscribe', async (c) => {
    const token = c.req.query('token');
    const subscriberId = reader(token);
    if (!token || !subscriberId) return c.html(broken, 400);
    const language = await languageOf(subscriberId);
    const text = readerText[language];
    const button = html`<form method="post" action="/unsubscribe?token=${token}"><button>${text.unsubscribe}</button></form>`;
    return c.html(readerMessage(language, text.unsubscribeTitle, text.nothingMore, button));
  });

  app.post('/unsubscribe', async (c) => {
    const subscriberId = reader(c.req.query('token'));
    if (!subscriberId) return c.html(broken, 400);
    // Who was removed from the list is as unsubscribed as can be.
    await needs.subscriberStore.setState(subscriberId, {
      state: 'unsubscribed',
      at: needs.now().toISOString(),
      reason: 'asked on the page',
      // Whose mailbox refused gets nothing as it is, and must not come back by the sign-up of a stranger.
      onlyFrom: ['active', 'paused'],
    });
    log.outcome({ stage: 'web', outcome: 'unsubscribed' });
    const language = await languageOf(subscriberId);
    const text = readerText[language];
    return c.html(readerMessage(language, text.unsubscribedTitle, text.nothingMore));
  });
  return app;
}
