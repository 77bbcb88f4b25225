import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { composeMail } from './compose-mail.ts';
import { mailEvents } from './mail-event-feed.ts';
import { type MailFolder, openMailFolder } from './mail-folder.ts';
import { renderMail, renderMailList } from './mail-pages.ts';
import { BadRequestException, parseSendEmail } from './send-email-request.ts';

/** Mails hold links that open the reader's settings: nothing is loaded from elsewhere, nothing runs. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

/** Hands on what is to be told of a mail that was sent. */
type Publish = (events: readonly object[]) => Promise<void>;

/** SES v2's SendEmail, keeping every mail in the folder, with a page at `/` that shows them. */
export function createSesApp(mails: MailFolder, publish: Publish): Hono {
  const app = new Hono();

  // A page elsewhere could point its own host name at this machine and read the mails.
  app.use(async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') return c.text('unknown host', 421);
    return next();
  });

  app.post('/v2/email/outbound-emails', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.text('JSON expected', 415);
    try {
      const request = parseSendEmail(await c.req.json());
      const messageId = randomUUID();
      const sent = { messageId, sentAt: new Date().toISOString() };
      const { mail, eml } = await composeMail(request, sent);
      mails.keep(mail, eml);
      await publish(mailEvents(request, sent));
      return c.json({ MessageId: messageId });
    } catch (error) {
      if (!(error instanceof BadRequestException || error instanceof SyntaxError)) throw error;
      return c.json({ message: error.message }, 400, { 'x-amzn-errortype': 'BadRequestException' });
    }
  });

  app.get('/', (c) => c.html(renderMailList(mails.list()), 200, { 'content-security-policy': PAGE_POLICY }));

  app.get('/mail/:name', (c) => {
    const name = c.req.param('name');
    if (!name.endsWith('.eml')) {
      const mail = mails.get(name);
      return mail ? c.html(renderMail(mail), 200, { 'content-security-policy': PAGE_POLICY }) : c.notFound();
    }
    const eml = mails.readEml(name.slice(0, -'.eml'.length));
    if (eml === undefined) return c.notFound();
    return c.body(new Uint8Array(eml), 200, {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });

  app.onError((error, c) => c.json({ message: error.message }, 500, { 'x-amzn-errortype': 'InternalFailure' }));
  return app;
}

export interface SesServer {
  url: string;
  /** Where its events go from now on; before, they are told to nobody. */
  publishTo(publish: Publish): void;
  close(): Promise<void>;
}

/** On loopback, at a free port. */
export async function startSesServer(mailDir: string): Promise<SesServer> {
  let publish: Publish = async () => {};
  const app = createSesApp(openMailFolder(mailDir), (events) => publish(events));
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publishTo(next) {
      publish = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
