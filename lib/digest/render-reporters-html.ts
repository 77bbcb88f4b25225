import type { Digest, DigestOutlet } from './digest.ts';
import { type DigestLinks, fullEdition } from './digest-links.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { isFirstNamed } from './glance-of.ts';
import { type Html, html, isolated } from './html-template.ts';
import { heading, joined, link, row, table } from './mail-parts.ts';
import { bodySize, light, relationColours } from './mail-theme.ts';
import { FULL_BAR, renderBar } from './render-bars-html.ts';
import { sectionText } from './section-text.ts';

/** Names in one line; of what is more, the number. */
const MOST_NAMES = 16;

function names(label: string, outlets: readonly DigestOutlet[], digest: Digest, links: DigestLinks): Html | false {
  if (outlets.length === 0) return false;
  const { relations, listSeparator, andMoreOutlets } = frameText[digest.language];
  const shown = outlets
    .slice(0, MOST_NAMES)
    .map(
      ({ name, relation }) =>
        html`${isolated(name)} <span class="muted" style="color:${light.muted};">(${relations[relation]})</span>`,
    );
  const hidden = outlets.length - shown.length;
  const more = hidden > 0 && html` ${link(fullEdition(links), andMoreOutlets(frameNumber(hidden, digest.language)))}`;
  return html`<p style="margin:8px 0 0;${bodySize(digest.direction, 13)}"><b>${label}</b> ${joined(shown, listSeparator)}${more}</p>`;
}

/**
 * Outlets with their relation: bars for those with several articles, names for the others, and those of which nothing
 * was recorded before, where the first screen does not name them all; then the languages.
 *
 * @param limit bars shown
 */
export function renderReportersHtml(digest: Digest, links: DigestLinks, limit: number): Html | false {
  if (digest.articleCount === 0) return false;
  const text = frameText[digest.language];
  const words = sectionText[digest.language];
  const several = digest.outlets.filter(({ count }) => count > 1);
  const most = Math.max(FULL_BAR, several[0]?.count ?? 0);
  const bars = several.slice(0, limit).map(({ name, count, relation }) => {
    const bar = {
      name,
      count,
      detail: text.relations[relation],
      parts: [{ count, colour: relationColours[relation] }],
    };
    return renderBar(bar, most, digest);
  });
  const hidden = several.length - bars.length;
  const languages = digest.languages.map(
    ({ name, count }) => html`${isolated(name)} <b>${frameNumber(count, digest.language)}</b>`,
  );
  return html`${heading(text.whoReported, digest)}${row(
    html`${bars.length > 0 && table(bars, digest)}
${hidden > 0 && html`<p style="margin:6px 0 0;${bodySize(digest.direction, 13)}">${link(fullEdition(links), text.andMoreOutlets(frameNumber(hidden, digest.language)))}</p>`}${names(
  words.oneEach,
  digest.outlets.filter(({ count }) => count === 1),
  digest,
  links,
)}${names(words.firstTime, isFirstNamed(digest) ? [] : digest.outlets.filter(({ isFirst }) => isFirst), digest, links)}
<p style="margin:8px 0 0;${bodySize(digest.direction, 13)}"><b>${text.languagesHeading}:</b> ${joined(languages, text.listSeparator)}</p>`,
  )}`;
}
