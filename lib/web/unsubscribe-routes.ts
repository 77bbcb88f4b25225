import { Hono } from 'hono';
import { html } from '../digest/html-template.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { readUnsubscribeToken } from '../digest/unsubscribe-token.ts';
import { log } from '../log.ts';
import { messagePage } from './layout.ts';

export interface UnsubscribeNeeds {
  subscriberStore: Pick<SubscriberStore, 'setState'>;
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
  const broken = messagePage(
    'This link is not whole',
    'Copy the whole address from the mail, or answer the mail with the word “unsubscribe”.',
  );

  app.get('/unsubscribe', (c) => {
    const token = c.req.query('token');
    if (!token || !reader(token)) return c.html(broken, 400);
    const button = html`<form method="post" action="/unsubscribe?token=${token}"><button>Unsubscribe</button></form>`;
    return c.html(messagePage('Unsubscribe from the digest', 'No further edition will be sent to you.', button));
  });

  app.post('/unsubscribe', async (c) => {
    const subscriberId = reader(c.req.query('token'));
    if (!subscriberId) return c.html(broken, 400);
    // Who was removed from the list is as unsubscribed as can be.
    const at = needs.now().toISOString();
    await needs.subscriberStore.setState(subscriberId, { state: 'unsubscribed', at, reason: 'asked on the page' });
    log.outcome({ stage: 'web', outcome: 'unsubscribed' });
    return c.html(messagePage('You are unsubscribed', 'No further edition will be sent to you.'));
  });
  return app;
}
