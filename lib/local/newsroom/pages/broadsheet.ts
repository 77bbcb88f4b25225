import { escapeMarkup } from '../escape-markup.ts';
import { figure, jsonLd, linkList, menu, openGraph, pageDocument, paragraphs, timeElement } from './page-parts.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

/** A daily's page: semantic elements, JSON-LD and OpenGraph, a related box inside the text, a newsletter box below. */
export function broadsheet(view: PageView): string {
  const { outlet, article } = view;
  const words = wordsFor(view.language);
  return pageDocument(
    view,
    `${openGraph(view)}\n${jsonLd(view)}`,
    `<div id="cookie-consent" class="consent-banner" role="dialog"><p>${escapeMarkup(words.cookies)}</p><button>${escapeMarkup(words.accept)}</button></div>
<header class="site-header"><a href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(outlet.name)}</a><nav>${menu(view)}</nav></header>
<main>
<article class="story">
<p class="kicker">${escapeMarkup(article.section)}</p>
<h1>${escapeMarkup(article.title)}</h1>
<p class="byline">${escapeMarkup(article.byline)} · ${timeElement(view)}</p>
<div class="share-bar"><span>${escapeMarkup(words.share)}</span> <a href="#">Facebook</a> <a href="#">X</a> <a href="#">WhatsApp</a></div>
${figure(view)}
<div class="story-body">
${paragraphs(view)}
</div>
<aside class="related-articles"><h2>${escapeMarkup(words.related)}</h2>${linkList(view, 4)}</aside>
<section class="newsletter-signup"><h2>${escapeMarkup(words.newsletter)}</h2><form><input type="email"><button>${escapeMarkup(words.subscribe)}</button></form></section>
</article>
</main>
<footer><p>© ${escapeMarkup(outlet.name)}. ${escapeMarkup(words.rights)}</p></footer>`,
  );
}
