import { html } from 'hono/html';
import type { SentMail } from './mail-folder.ts';

type Html = ReturnType<typeof html>;

const style = html`<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color-scheme: light dark; color: CanvasText; background: Canvas }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; padding: .4rem .6rem; border-bottom: 1px solid GrayText; vertical-align: top; overflow-wrap: anywhere }
iframe { width: 100%; height: 70vh; border: 1px solid #767676; background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 1rem }
</style>`;

const page = (title: string, body: Html) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${style}</head><body>${body}</body></html>`;

/** Newest first, as given. */
export function renderMailList(mails: readonly SentMail[]): Html {
  const rows = mails.map(
    (mail) => html`<tr><td><time datetime="${mail.sentAt}">${mail.sentAt.replace('T', ' ').slice(0, 19)} UTC</time></td>
<td>${mail.to.join(', ')}</td><td dir="auto"><a href="/mail/${mail.messageId}">${mail.subject}</a></td></tr>`,
  );
  return page(
    'Sent mails',
    html`<h1>Sent mails</h1><p>Kept on this machine; nothing leaves it. ${mails.length} in all.</p>
<table><thead><tr><th scope="col">Time</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

/** The HTML part stands in a frame without scripts, forms or this page's origin; its links open beside it. */
export function renderMail(mail: SentMail): Html {
  const frame =
    mail.html === undefined
      ? ''
      : html`<h2>HTML</h2><iframe title="HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox"
srcdoc="${`<base target="_blank">${mail.html}`}"></iframe>`;
  const text = mail.text === undefined ? '' : html`<h2>Text</h2><pre dir="auto">${mail.text}</pre>`;
  return page(
    mail.subject,
    html`<p><a href="/">All mails</a></p><h1 dir="auto">${mail.subject}</h1>
<p>${mail.sentAt} · from ${mail.from} · to ${mail.to.join(', ')} · <a href="/mail/${mail.messageId}.eml">download</a></p>
${frame}${text}<h2>Headers</h2><pre>${mail.headers}</pre>`,
  );
}
