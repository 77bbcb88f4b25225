import { escapeMarkup } from '../escape-markup.ts';
import { figure, linkList, menu, openGraph, pageDocument, paragraphs, timeElement } from './page-parts.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

/** A news portal of nested divs and columns: a ticker above, most-read beside, tags and comments below; no article element. */
export function portal(view: PageView): string {
  const { outlet, article } = view;
  const words = wordsFor(view.language);
  return pageDocument(
    view,
    openGraph(view),
    `<div id="wrapper">
<div id="top"><div class="logo"><a href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(outlet.name)}</a></div><div class="main-menu">${menu(view)}</div></div>
<div class="ticker">${linkList(view, 2)}</div>
<div class="row">
<div class="col-8">
<div class="news-header"><h3 class="rutitr">${escapeMarkup(article.section)}</h3><h1 class="title">${escapeMarkup(article.title)}</h1></div>
<div class="item-nav"><span class="source">${escapeMarkup(article.byline)}</span> <span class="date">${timeElement(view)}</span></div>
${figure(view)}
<div class="item-body"><div class="item-text" itemprop="articleBody">
${paragraphs(view)}
</div></div>
<div class="item-tags"><a href="#">${escapeMarkup(article.section)}</a> <a href="#">${escapeMarkup(words.menu[1])}</a></div>
<div class="share-links">${escapeMarkup(words.share)}: <a href="#">Telegram</a> <a href="#">X</a></div>
<div id="comments" class="comments-list"><h4>${escapeMarkup(words.comments)} (1)</h4><div class="comment"><b>${escapeMarkup(words.reader)}</b><p>${escapeMarkup(words.comment)}</p></div></div>
</div>
<div class="col-4 sidebar"><div class="box"><h4>${escapeMarkup(words.mostRead)}</h4>${linkList(view, 5)}</div><div class="ad">300 x 250</div></div>
</div>
<div id="footer">${escapeMarkup(words.rights)}</div>
</div>`,
  );
}
