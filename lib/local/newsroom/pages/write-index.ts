import { escapeMarkup } from '../escape-markup.ts';
import type { NewsroomOutlet } from '../newsroom-outlet.ts';
import { feedTypes } from '../write-feed.ts';
import { directionOf } from './page-parts.ts';

/** The newsroom's own index: every outlet with its feed. */
export function writeNewsroomIndex(
  outlets: readonly { outlet: NewsroomOutlet; siteUrl: string; feedUrl: string }[],
): string {
  const rows = outlets.map(
    ({ outlet, siteUrl, feedUrl }) =>
      `<tr><td lang="${outlet.language}"><a href="${escapeMarkup(siteUrl)}">${escapeMarkup(outlet.name)}</a></td><td>${outlet.language}</td><td>${outlet.relation}</td><td>${outlet.articles.length}</td><td><a href="${escapeMarkup(feedUrl)}">${outlet.feed.format}</a></td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>The demo newsroom</title></head>
<body>
<h1>The demo newsroom</h1>
<p>Every outlet and every article here is invented.</p>
<table>
<thead><tr><th>Outlet</th><th>Language</th><th>Relation</th><th>Articles</th><th>Feed</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

/** An outlet's front page: its headlines, and a link by which its feed can be found. */
export function writeFrontPage(
  outlet: NewsroomOutlet,
  feedUrl: string,
  headlines: readonly { title: string; url: string }[],
): string {
  const items = headlines.map(({ title, url }) => `<li><a href="${escapeMarkup(url)}">${escapeMarkup(title)}</a></li>`);
  return `<!DOCTYPE html>
<html lang="${outlet.language}" dir="${directionOf(outlet.language)}">
<head><meta charset="${outlet.page.charset}"><title>${escapeMarkup(outlet.name)}</title>
<link rel="alternate" type="${feedTypes[outlet.feed.format]}" title="${escapeMarkup(outlet.name)}" href="${escapeMarkup(feedUrl)}"></head>
<body>
<h1>${escapeMarkup(outlet.name)}</h1>
<ul>
${items.join('\n')}
</ul>
</body>
</html>
`;
}
