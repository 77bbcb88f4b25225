import type { Digest } from './digest.ts';
import { frameNumber, frameText } from './frame-text.ts';
import { type Html, html, isolated, rawHtml } from './html-template.ts';
import { bodyFont, headlineFont, light, styleSheet } from './mail-theme.ts';
import { renderLanguageBars, renderOutletBars, renderRelationStrip } from './render-bars-html.ts';
import { renderItemHtml, renderLineHtml } from './render-item-html.ts';

/** Gmail cuts a mail off at about 102 KB. */
const MAX_HTML_BYTES = 90_000;
const MAX_LINES = 40;
const MAX_OUTLETS = 8;

/** Addresses of our own that stand in the mail. */
export interface DigestLinks {
  /** Of the page, without a slash at the end. */
  publicUrl: string;
  unsubscribeUrl: string;
  /** The reader's own settings. */
  preferencesUrl?: string | undefined;
  /** This edition on the web. */
  editionUrl?: string | undefined;
}

interface Extent {
  expanded: number;
  lines: number;
  outlets: number;
}

function heading(title: string, digest: Digest): Html {
  return html`<tr><td class="pad" style="padding:10px 32px 16px 32px;"><h2 class="ink rule" style="margin:0;padding:18px 0 0 0;border-top:1px solid ${light.rule};${headlineFont(digest.direction, 15)}color:${light.ink};">${title}</h2></td></tr>`;
}

function note(content: Html | string, digest: Digest): Html {
  return html`<tr><td class="pad muted" style="padding:0 32px 18px 32px;${bodyFont(digest.direction, 14)}color:${light.muted};">${content}</td></tr>`;
}

function link(address: string, label: string): Html {
  return html`<a href="${address}" class="link" style="color:${light.link};text-decoration:underline;">${label}</a>`;
}

function renderHead(digest: Digest): Html {
  const text = frameText[digest.language];
  const copies =
    digest.copyCount > 0 && text.copies(frameNumber(digest.copyCount, digest.language), digest.copyCount === 1);
  return html`<tr><td class="pad" style="padding:30px 32px 24px 32px;">
<p class="muted" style="margin:0;${bodyFont(digest.direction, 13)}color:${light.muted};"><b class="link" style="color:${light.link};">${text.product}</b> · ${text.edition}</p>
<h1 class="ink" style="margin:6px 0 0 0;${headlineFont(digest.direction, 27)}color:${light.ink};">${digest.date}</h1>
<p class="ink" style="margin:12px 0 0 0;${bodyFont(digest.direction, 17)}color:${light.ink};">${digest.summary}${digest.articleCount > 0 && '.'}${copies && ` ${copies}`}</p>
<p class="muted" style="margin:2px 0 18px 0;${bodyFont(digest.direction, 13)}color:${light.muted};">${digest.period}.${[digest.quietNote, digest.filterNote].map((line) => line && html`<br>${line}`)}</p>
${digest.articleCount > 0 && renderRelationStrip(digest)}
</td></tr>`;
}

function renderFoot(digest: Digest, links: DigestLinks): Html {
  const text = frameText[digest.language];
  const number = (count: number): string => frameNumber(count, digest.language);
  const { watched, checked, failing, silent } = digest.health;
  return html`<tr><td class="pad" style="padding:20px 32px 36px 32px;">
<p class="muted" style="margin:0;${bodyFont(digest.direction, 13)}color:${light.muted};">${text.run({ watched: number(watched), checked: number(checked), failing: number(failing), silent: number(silent) })}</p>
<p class="muted" style="margin:10px 0 0 0;${bodyFont(digest.direction, 13)}color:${light.muted};">${text.whyYouGetThis} ${text.zoneNote(digest.zone)} ${text.privacy}</p>
<p class="muted" style="margin:14px 0 0 0;${bodyFont(digest.direction, 14)}color:${light.muted};">${link(`${links.publicUrl}/`, text.page)} &nbsp;·&nbsp; ${links.editionUrl && html`${link(links.editionUrl, text.inBrowser)} &nbsp;·&nbsp; `}${links.preferencesUrl && html`${link(links.preferencesUrl, text.preferences)} &nbsp;·&nbsp; `}${link(links.unsubscribeUrl, text.unsubscribe)}</p>
</td></tr>`;
}

function renderBody(digest: Digest, links: DigestLinks, extent: Extent): Html {
  const text = frameText[digest.language];
  const frame = { language: digest.language, direction: digest.direction, publicUrl: links.publicUrl };
  const number = (count: number): string => frameNumber(count, digest.language);
  const expanded = digest.expanded.slice(0, extent.expanded);
  const lines = digest.lines.slice(0, extent.lines);
  const hidden = digest.expanded.length + digest.lines.length - expanded.length - lines.length;
  const hiddenOutlets = digest.outlets.length - Math.min(digest.outlets.length, extent.outlets);
  const pageLink = (label: string): Html => note(link(`${links.publicUrl}/`, label), digest);
  const { passingMentionCount, lateCount } = digest;
  const apart = [
    lateCount > 0 && note(text.late(number(lateCount), lateCount === 1), digest),
    passingMentionCount > 0 &&
      note(text.passingMentions(number(passingMentionCount), passingMentionCount === 1), digest),
  ];

  if (digest.articleCount === 0) return html`${apart}`;
  return html`${heading(text.leading, digest)}${expanded.map((item) => renderItemHtml(item, frame))}
${lines.length > 0 && [heading(text.more, digest), ...lines.map((item) => renderLineHtml(item, frame))]}
${hidden > 0 && pageLink(text.andMore(number(hidden)))}${apart}
${heading(text.whoReported, digest)}<tr><td class="pad" style="padding:0 32px 18px 32px;">${renderOutletBars(digest, extent.outlets)}</td></tr>
${hiddenOutlets > 0 && pageLink(text.andMoreOutlets(number(hiddenOutlets)))}
${heading(text.languagesHeading, digest)}<tr><td class="pad" style="padding:0 32px 18px 32px;">${renderLanguageBars(digest, extent.outlets)}</td></tr>`;
}

function renderDocument(digest: Digest, links: DigestLinks, extent: Extent): string {
  return html`<!doctype html>
<html lang="${digest.language}" dir="${digest.direction}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${digest.subject}</title>
<style>${rawHtml(styleSheet)}</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page};">
<div style="display:none;max-height:0;overflow:hidden;">${isolated(digest.preheader)}</div>
<div role="main" lang="${digest.language}" dir="${digest.direction}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.page}" style="background:${light.page};"><tr><td align="center" style="padding:16px 0;">
<table role="presentation" class="card" dir="${digest.direction}" width="640" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.card}" style="width:100%;max-width:640px;background:${light.card};border-radius:6px;">
${renderHead(digest)}${renderBody(digest, links, extent)}${renderFoot(digest, links)}
</table></td></tr></table></div></body></html>
`.markup;
}

/** The digest as a mail's HTML part of at most MAX_HTML_BYTES; what does not fit is counted and linked to the page. */
export function renderHtml(digest: Digest, links: DigestLinks): string {
  let extent: Extent = {
    expanded: digest.expanded.length,
    lines: Math.min(digest.lines.length, MAX_LINES),
    outlets: MAX_OUTLETS,
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
