import { escapeMarkup } from '../escape-markup.ts';
import { figure, linkList, menu, openGraph, pageDocument, paragraphs, timeElement } from './page-parts.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

/** A blog theme as campaign sites and diarists use it: widgets beside the post, sharing and "likes" inside its content. */
export function weblog(view: PageView): string {
  const { outlet, article } = view;
  const words = wordsFor(view.language);
  return pageDocument(
    view,
    `<meta name="generator" content="WordPress">\n${openGraph(view)}`,
    `<div id="page" class="hfeed site">
<header id="masthead" class="site-header"><p class="site-title"><a href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(outlet.name)}</a></p><nav id="site-navigation" class="main-navigation">${menu(view)}</nav></header>
<div id="primary" class="content-area">
<article class="post hentry">
<header class="entry-header"><h1 class="entry-title">${escapeMarkup(article.title)}</h1><div class="entry-meta"><span class="posted-on">${timeElement(view, ' class="entry-date published"')}</span> <span class="cat-links">${escapeMarkup(article.section)}</span> <span class="byline">${escapeMarkup(article.byline)}</span></div></header>
<div class="entry-content">
${figure(view)}
${paragraphs(view)}
<div id="jp-post-flair" class="sharedaddy"><h3 class="sd-title">${escapeMarkup(words.share)}</h3><ul><li><a href="#">X</a></li><li><a href="#">Facebook</a></li><li><a href="#">Telegram</a></li></ul></div>
</div>
<footer class="entry-footer"><span class="tags-links"><a href="#" rel="tag">${escapeMarkup(article.section)}</a></span></footer>
</article>
<div id="comments" class="comments-area"><h2>${escapeMarkup(words.comments)}</h2><ol><li class="comment"><p>${escapeMarkup(words.comment)}</p></li></ol></div>
</div>
<div id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>${escapeMarkup(words.related)}</h2>${linkList(view, 5)}</section></div>
<footer id="colophon"><p>${escapeMarkup(words.rights)}</p></footer>
</div>`,
  );
}
