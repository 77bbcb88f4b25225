import type { Edition } from '../digest/edition.ts';
import { html } from '../digest/html-template.ts';
import { layout } from './layout.ts';
import type { Visitor } from './visitor.ts';

/** The newest edition as it was sent, in a frame that runs no script and reaches no other address. */
export function digestPage(edition: Edition | undefined, visitor?: Visitor): string {
  const isReadable = edition?.htmlKey !== undefined;
  return layout(
    { title: 'Digest', path: '/digest', visitor },
    html`<div class="head"><h1>The last digest</h1>${
      isReadable
        ? html`<p class="lead"><bdi>${edition.subject}</bdi></p><p class="meta">${edition.localDate}, coverage recorded from ${edition.from.slice(0, 16).replace('T', ' ')} to ${edition.to.slice(0, 16).replace('T', ' ')} UTC · <a href="/digest/latest.html">open it alone</a></p>`
        : html`<p class="lead">No edition has been made yet.</p><p>Add a reader with <code>npm run vigil -- subscribers add ADDRESS</code>; the first edition is due at the reader’s hour.</p>`
    }</div>`,
    isReadable &&
      html`<iframe class="mail" src="/digest/latest.html" title="The last digest" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  );
}
