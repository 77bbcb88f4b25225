import { type Html, html } from '../digest/html-template.ts';
import { isHeld } from '../digest/is-held.ts';
import type { Subscriber } from '../digest/subscriber.ts';
import { addressField, filterFields, rhythmFields } from './reader-fields.ts';
import { readerLayout } from './reader-layout.ts';
import { readerText } from './reader-text.ts';

export interface PreferencesLinks {
  /** Where the forms are sent, with the token. */
  action: string;
  feedUrl: string;
  unsubscribeUrl: string;
}

/** What a reader gets, as forms. Their address does not stand there: a mail may have been handed on. @param isSaved after a form was sent */
export function preferencesPage(reader: Subscriber, links: PreferencesLinks, isSaved = false): string {
  const { language, state } = reader;
  const text = readerText[language];
  const isPaused = state === 'paused';
  const isWaiting = isHeld(reader);
  const [pauseLead, pauseAction, pauseName] = isPaused
    ? [text.pausedLead, 'resume', text.resume]
    : [text.pauseLead, 'pause', text.pause];
  const sectionOf = (title: string, lead: string, content?: Html) =>
    html`<section><h2>${title}</h2><p class="lead">${lead}</p>${content}</section>`;
  return readerLayout(
    language,
    text.settings,
    html`<h1>${text.settings}</h1>${isSaved && html`<p class="verdict" role="status">${text.saved}</p>`}${isPaused && html`<p class="note">${isWaiting ? text.heldTitle : text.pausedLead}</p>`}
<form class="settings" method="post" action="${links.action}"><h2>${text.when}</h2>${rhythmFields(language, reader)}<h2>${text.what}</h2>${filterFields(language, reader)}<p class="actions"><button name="action" value="save">${text.save}</button></p></form>`,
    isWaiting
      ? sectionOf(text.pauseTitle, text.held)
      : sectionOf(
          text.pauseTitle,
          pauseLead,
          html`<form method="post" action="${links.action}"><button class="second" name="action" value="${pauseAction}">${pauseName}</button></form>`,
        ),
    sectionOf(
      text.addressTitle,
      text.addressLead,
      html`<form class="settings" method="post" action="${links.action}">${addressField(text.newAddress)}<p class="actions"><button class="second" name="action" value="change-address">${text.changeAddress}</button></p></form>`,
    ),
    sectionOf(text.feedTitle, text.feedLead, html`<p class="address" dir="ltr"><code>${links.feedUrl}</code></p>`),
    html`<p><a href="${links.unsubscribeUrl}">${text.unsubscribe}</a></p>`,
  );
}
