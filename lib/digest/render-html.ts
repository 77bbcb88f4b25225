import type { Digest } from './digest.ts';
import { type DigestLinks, fullEdition } from './digest-links.ts';
import { frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { glanceOf } from './glance-of.ts';
import { type Html, html, isolated, rawHtml, sentence } from './html-template.ts';
import { heading, link, note } from './mail-parts.ts';
import { bodySize, cardStyle, headlineFont, light, styleSheetOf } from './mail-theme.ts';
import { renderRelationStrip } from './render-bars-html.ts';
import { renderDatesHtml, renderLateHtml } from './render-dates-html.ts';
import { renderFiguresHtml, renderWordingsHtml } from './render-facts-html.ts';
import { renderFoot } from './render-foot-html.ts';
import { renderItemHtml, renderLineHtml } from './render-item-html.ts';
import { renderReportersHtml } from './render-reporters-html.ts';
import { renderTrendHtml } from './render-trend-html.ts';

/** Gmail cuts a mail off at about 102 KB. */
const MAX_HTML_BYTES = 90_000;
const MAX_LINES = 40;
const MAX_OUTLETS = 8;

interface Extent {
  expanded: number;
  lines: number;
}

function renderHead(digest: Digest): Html {
  const text = frameText[digest.language];
  const copies =
    digest.copyCount > 0 && text.copies(frameNumber(digest.copyCount, digest.language), digest.copyCount === 1);
  return html`<tr><td class="pad" style="padding:30px 32px 24px 32px;">
<p class="muted" style="margin:0;${bodySize(digest.direction, 13)}color:${light.muted};"><b class="link" style="color:${light.link};">${text.product}</b> · ${text.edition}</p>
<h1 style="margin:6px 0 0;${headlineFont(digest.direction, 27, digest.direction)}">${digest.date}</h1>
<p style="margin:12px 0 0;${bodySize(digest.direction, 17)}">${digest.summary}${digest.articleCount > 0 && '.'}${copies && ` ${copies}`}</p>
<p class="muted" style="margin:2px 0 18px 0;${bodySize(digest.direction, 13)}color:${light.muted};">${digest.period}.${[digest.quietNote, digest.filterNote].map((line) => line && html`<br>${line}`)}</p>
${digest.articleCount > 0 && renderRelationStrip(digest)}
${glanceOf(digest).map(({ label, says }, index) => html`<p style="margin:${index === 0 ? 14 : 2}px 0 0;${bodySize(digest.direction, 14)}"><b>${label}</b> ${sentence(says)}</p>`)}
</td></tr>`;
}

/** The stories: some in full, some as lines, the rest counted and linked. */
function renderStories(digest: Digest, links: DigestLinks, extent: Extent): Html | false {
  if (digest.articleCount === 0) return false;
  const text = frameText[digest.language];
  const frame = { language: digest.language, direction: digest.direction, links };
  const expanded = digest.expanded.slice(0, extent.expanded);
  const lines = digest.lines.slice(0, extent.lines);
  const hidden = digest.storyCount - expanded.length - lines.length;
  return html`${heading(text.leading, digest)}${expanded.map((item) => renderItemHtml(item, frame))}
${lines.length > 0 && [heading(text.more, digest), ...lines.map((item) => renderLineHtml(item, frame))]}
${hidden > 0 && note(link(fullEdition(links), text.andMore(frameNumber(hidden, digest.language))), digest)}`;
}

function renderBody(digest: Digest, links: DigestLinks, extent: Extent): Html {
  const text = frameText[digest.language];
  const { passingMentionCount: mentions } = digest;
  const frame = { language: digest.language, direction: digest.direction, links };
  return html`${renderStories(digest, links, extent)}
${mentions > 0 && note(text.passingMentions(frameNumber(mentions, digest.language), mentions === 1), digest)}
${renderDatesHtml(digest)}${renderFiguresHtml(digest)}${renderWordingsHtml(digest)}${renderTrendHtml(digest)}
${renderReportersHtml(digest, links, MAX_OUTLETS)}${renderLateHtml(digest, frame)}`;
}

function renderDocument(digest: Digest, links: DigestLinks, extent: Extent): string {
  return html`<!doctype html>
<html lang="${digest.language}" dir="${digest.direction}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${digest.subject}</title>
<style>${rawHtml(styleSheetOf(digest.direction))}</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page};">
<div style="display:none;max-height:0;overflow:hidden;">${isolated(digest.preheader)}</div>
<div role="main" lang="${digest.language}" dir="${digest.direction}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.page}" style="background:${light.page};"><tr><td align="center" style="padding:16px 0;">
<table role="presentation" class="card" dir="${digest.direction}" width="640" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.card}" style="${cardStyle(digest.direction)}">
${renderHead(digest)}${renderBody(digest, links, extent)}${renderFoot(digest, links)}
</table></td></tr></table></div></body></html>
`.markup;
}

/** The digest as a mail's HTML part of at most MAX_HTML_BYTES; what does not fit is counted and linked to the web. */
export function renderHtml(digest: Digest, links: DigestLinks): string {
  let extent: Extent = {
    expanded: digest.expanded.length,
    lines: Math.min(digest.lines.length, MAX_LINES),
  };
  for (;;) {
    const document = renderDocument(digest, links, extent);
    if (Buffer.byteLength(document) <= MAX_HTML_BYTES || extent.expanded + extent.lines === 0) return document;
    extent =
      extent.lines > 0
        ? { ...extent, lines: Math.floor(extent.lines * 0.8) }
        : { ...extent, expanded: extent.expanded - 1 };
  }
}
