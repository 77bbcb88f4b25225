import { escapeMarkup } from '../escape-markup.ts';
import { figure, linkList, menu, pageDocument, paragraphs, timeElement } from './page-parts.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

/** An agency's or an organisation's page: microdata, a Dublin Core head, a breadcrumb and a contact block, little else. */
export function institution(view: PageView): string {
  const { outlet, article } = view;
  const words = wordsFor(view.language);
  return pageDocument(
    view,
    `<meta name="DC.title" content="${escapeMarkup(article.title)}">
<meta name="DC.date.issued" content="${view.publishedAt.toISOString()}">
<meta name="description" content="${escapeMarkup(article.paragraphs[0] ?? '')}">`,
    `<a class="skip-link" href="#main">↓</a>
<header role="banner"><span class="org-name">${escapeMarkup(outlet.name)}</span><nav role="navigation">${menu(view)}</nav></header>
<ol class="breadcrumb"><li><a href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(words.menu[0])}</a></li><li>${escapeMarkup(article.section)}</li></ol>
<main id="main" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${escapeMarkup(article.title)}</h1>
<p class="release-info"><span itemprop="author">${escapeMarkup(article.byline)}</span>, ${timeElement(view, ' itemprop="datePublished"')}</p>
${figure(view)}
<div itemprop="articleBody">
${paragraphs(view)}
</div>
<section class="see-also"><h2>${escapeMarkup(words.related)}</h2>${linkList(view, 3)}</section>
<address class="contact">${escapeMarkup(outlet.name)}</address>
</main>
<footer role="contentinfo">${escapeMarkup(words.rights)}</footer>`,
  );
}
