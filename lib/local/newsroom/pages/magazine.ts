import { escapeMarkup } from '../escape-markup.ts';
import { figure, jsonLd, linkList, menu, pageDocument, paragraphs, timeElement } from './page-parts.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

/** A modern site: the first paragraph as a lead outside the body, a box in the middle of the text, JSON-LD only. */
export function magazine(view: PageView): string {
  const { outlet, article } = view;
  const words = wordsFor(view.language);
  const [lead = '', ...rest] = article.paragraphs;
  const middle = Math.ceil(rest.length / 2);
  const part = (from: number, to?: number) =>
    paragraphs({ ...view, article: { ...article, debris: [], paragraphs: rest.slice(from, to) } });
  return pageDocument(
    view,
    jsonLd(view),
    `<header class="masthead"><a class="masthead__logo" href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(outlet.name)}</a><nav class="masthead__nav">${menu(view)}</nav></header>
<main id="content">
<article class="article">
<header class="article__header"><a class="article__section" href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(article.section)}</a>
<h1 class="article__headline">${escapeMarkup(article.title)}</h1>
<div class="article__meta"><span class="author">${escapeMarkup(article.byline)}</span> ${timeElement(view)}</div></header>
${figure(view)}
<p class="article__lead"><strong>${escapeMarkup(lead)}</strong></p>
<div class="article__body">
${part(0, middle)}
<aside class="article__box readmore"><h3>${escapeMarkup(words.related)}</h3>${linkList(view, 2)}</aside>
${part(middle)}
</div>
<footer class="article__footer"><button>${escapeMarkup(words.share)}</button></footer>
</article>
<section class="most-read"><h2>${escapeMarkup(words.mostRead)}</h2>${linkList(view, 5)}</section>
</main>
<div class="newsletter"><p>${escapeMarkup(words.newsletter)}</p><a href="#">${escapeMarkup(words.subscribe)}</a></div>
<footer class="site-footer">${escapeMarkup(words.rights)}</footer>
<div class="cmp-overlay"><p>${escapeMarkup(words.cookies)}</p><button>${escapeMarkup(words.accept)}</button></div>`,
  );
}
