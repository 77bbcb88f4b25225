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
  const textFor = async (subscriberId: string): Promise<{ language: FrameLanguage; isFormer: boolean }> => {
    const found = await needs.subscriberStore.get(subscriberId).catch(() => 'unreadable' as const);
    if (found === 'unreadable') return { language: 'en', isFormer: false };
    // Removed and added again, they have other links: this one must not say that nothing more comes.
    return { language: found?.language ?? 'en', isFormer: found === undefined };
  };
  const broken = readerMessage('en', readerText.en.cutTitle, readerText.en.cut);

  app.get('/unsubscribe', async (c) => {
    const token = c.req.query('token');
    const subscriberId = reader(token);
    if (!token || !subscriberId) return c.html(broken, 400);
    const { language, isFormer } = await textFor(subscriberId);
    const text = readerText[language];
    if (isFormer) return c.html(readerMessage(language, text.unsubscribedTitle, text.formerLink));
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
    const { language, isFormer } = await textFor(subscriberId);
    const text = readerText[language];
    return c.html(readerMessage(language, text.unsubscribedTitle, isFormer ? text.formerLink : text.nothingMore));
  });
  return app;
}
