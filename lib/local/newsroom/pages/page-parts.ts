import { escapeMarkup } from '../escape-markup.ts';
import { formatForReaders } from '../format-dates.ts';
import type { PageView } from './page-view.ts';
import { wordsFor } from './page-words.ts';

const rightToLeft = new Set(['fa', 'ar']);

export function directionOf(language: string): 'rtl' | 'ltr' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

/** A whole document; `head` and `body` are markup. */
export function pageDocument(view: PageView, head: string, body: string): string {
  const { outlet, article, language } = view;
  return `<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="${outlet.page.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(`${article.title} | ${outlet.name}`)}</title>
<link rel="canonical" href="${escapeMarkup(view.url)}">
<style>body{margin:0;font-family:Georgia,serif}header{background:${escapeMarkup(outlet.page.color)};color:#fff;padding:1em}main{max-width:60em;margin:auto}.ad{background:#eee}</style>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** OpenGraph and article times. */
export function openGraph(view: PageView): string {
  const { outlet, article } = view;
  const tags: [string, string][] = [
    ['og:type', 'article'],
    ['og:site_name', outlet.name],
    ['og:title', article.title],
    ['og:url', view.url],
    ['og:description', article.paragraphs[0] ?? ''],
    ['article:published_time', view.publishedAt.toISOString()],
    ['article:section', article.section],
  ];
  return tags.map(([name, value]) => `<meta property="${name}" content="${escapeMarkup(value)}">`).join('\n');
}

/** A NewsArticle as schema.org data in a script element. */
export function jsonLd(view: PageView): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: view.article.title,
    mainEntityOfPage: view.url,
    datePublished: view.publishedAt.toISOString(),
    inLanguage: view.language,
    articleSection: view.article.section,
    author: { '@type': 'Organization', name: view.article.byline },
    publisher: { '@type': 'NewsMediaOrganization', name: view.outlet.name, url: view.siteUrl },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

export function menu(view: PageView): string {
  const entries = [...wordsFor(view.outlet.language).menu, ...view.outlet.page.menu];
  const links = entries.map((entry) => `<li><a href="${escapeMarkup(view.siteUrl)}">${escapeMarkup(entry)}</a></li>`);
  return `<ul>${links.join('')}</ul>`;
}

/** Links to at most `limit` other articles of the outlet. */
export function linkList(view: PageView, limit: number): string {
  const links = view.others
    .slice(0, limit)
    .map(({ title, url }) => `<li><a href="${escapeMarkup(url)}">${escapeMarkup(title)}</a></li>`);
  return `<ul>${links.join('\n')}</ul>`;
}

/** The time as a reader sees it; machines find it in the attribute. */
export function timeElement(view: PageView, attributes = ''): string {
  const shown = formatForReaders(view.publishedAt, view.language);
  return `<time datetime="${view.publishedAt.toISOString()}"${attributes}>${escapeMarkup(shown)}</time>`;
}

/** Paragraphs of the article, with a line of debris after each as long as there is one. */
export function paragraphs(view: PageView): string {
  const { article } = view;
  const lines = article.paragraphs.flatMap((paragraph, index) => {
    const debris = article.debris[index];
    return [`<p>${escapeMarkup(paragraph)}</p>`, ...(debris ? [`<p>${escapeMarkup(debris)}</p>`] : [])];
  });
  const rest = article.debris.slice(article.paragraphs.length).map((line) => `<p>${escapeMarkup(line)}</p>`);
  return [...lines, ...rest].join('\n');
}

/** The picture with its caption; nothing when the article has none. */
export function figure(view: PageView): string {
  const { caption, slug } = view.article;
  if (!caption) return '';
  const text = escapeMarkup(caption);
  return `<figure><img src="${escapeMarkup(view.siteUrl)}images/${slug}.jpg" alt="${text}" width="800" height="450"><figcaption>${text} ${escapeMarkup(wordsFor(view.language).photo)}: ${escapeMarkup(view.outlet.name)}</figcaption></figure>`;
}
