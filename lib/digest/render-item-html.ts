import type { DigestCopy, DigestItem } from './digest.ts';
import { type FrameLanguage, frameText } from './frame-text.ts';
import { type Html, html, isolated } from './html-template.ts';
import { bodyFont, headlineFont, light, relationColours } from './mail-theme.ts';
import type { Direction } from './text-direction.ts';

export interface ItemFrame {
  language: FrameLanguage;
  direction: Direction;
  publicUrl: string;
}

/** A tag that may stand in `lang`; empty ("unknown") for anything else. */
function langOf(item: DigestItem): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(item.language) && item.language !== 'und' ? item.language : '';
}

const sideOf = (direction: Direction): string => (direction === 'rtl' ? 'right' : 'left');

/** The address of the page about one article. */
export function articlePage(publicUrl: string, articleId: string): string {
  return `${publicUrl}/articles/${encodeURIComponent(articleId)}`;
}

function titleLink(item: DigestItem, frame: ItemFrame, style: string): Html {
  const address = item.url ?? articlePage(frame.publicUrl, item.articleId);
  return html`<a href="${address}" class="ink" style="${style}color:${light.ink};text-decoration:none;">${isolated(item.title)}</a>`;
}

function copyLink(copy: DigestCopy, frame: ItemFrame): Html {
  const address = copy.url ?? articlePage(frame.publicUrl, copy.articleId);
  const relation = frameText[frame.language].relations[copy.relation];
  return html`<a href="${address}" class="link" style="color:${light.link};text-decoration:underline;">${isolated(copy.outletName)}</a> (${relation})`;
}

function joined(parts: readonly Html[], separator: string): (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

const MAX_COPIES = 5;

function renderCopies(item: DigestItem, frame: ItemFrame): Html | undefined {
  if (item.copies.length === 0) return undefined;
  const text = frameText[frame.language];
  const shown = item.copies.slice(0, MAX_COPIES).map((copy) => copyLink(copy, frame));
  const hidden = item.copies.length - shown.length;
  return html`${text.carriedBy} ${joined(shown, text.listSeparator)}${hidden > 0 && ` + ${hidden}`}`;
}

/** Why the article is here: themes, the heaviest words, and the way to the whole reckoning. */
function renderReasons(item: DigestItem, frame: ItemFrame): Html {
  const text = frameText[frame.language];
  const themes = item.themes.map((theme) => text.themes[theme]).join(text.listSeparator);
  const [open, close] = text.quotes;
  const words = item.reasons.map((reason) => html`${open}${isolated(reason)}${close}`);
  const matched = words.length > 0 && html`${text.reasonsBefore} ${joined(words, text.listSeparator)}`;
  const dot = (themes || matched) && ' · ';
  return html`${themes}${themes && matched && ' · '}${matched}<span style="white-space:nowrap;">${dot}<a href="${articlePage(frame.publicUrl, item.articleId)}" class="link" style="color:${light.link};text-decoration:underline;">${text.reasonsLink}</a></span>`;
}

/** One article in full: a row whose coloured edge tells the relation, in the article's own direction. */
export function renderItemHtml(item: DigestItem, frame: ItemFrame): Html {
  const text = frameText[frame.language];
  const { direction } = item;
  const side = sideOf(direction);
  const frameLine = `margin:0;text-align:${side};${bodyFont(frame.direction, 13)}color:${light.muted};`;
  const copies = renderCopies(item, frame);
  return html`<tr><td class="pad" style="padding:0 32px 26px 32px;">
<table role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="4" bgcolor="${relationColours[item.relation]}" style="width:4px;background:${relationColours[item.relation]};border-radius:2px;font-size:0;">&nbsp;</td>
<td width="14" style="width:14px;font-size:0;">&nbsp;</td>
<td lang="${langOf(item)}" dir="${direction}" align="${side}" style="text-align:${side};">
<p lang="${frame.language}" dir="${frame.direction}" class="muted" style="${frameLine}"><b class="ink" style="color:${light.ink};">${isolated(item.outletName)}</b> · ${text.relations[item.relation]} · ${item.languageName} · ${item.time}</p>
<h3 style="margin:4px 0 0 0;${headlineFont(direction, 19)}">${titleLink(item, frame, '')}</h3>
${item.excerpt && html`<p class="ink" style="margin:6px 0 0 0;${bodyFont(direction, 15)}color:${light.ink};">${isolated(item.excerpt)}</p>`}
<p lang="${frame.language}" dir="${frame.direction}" class="muted" style="${frameLine}margin-top:8px;">${renderReasons(item, frame)}</p>
${copies && html`<p lang="${frame.language}" dir="${frame.direction}" class="muted" style="${frameLine}margin-top:2px;">${copies}</p>`}
</td></tr></table></td></tr>`;
}

/** One article as a line: title, then outlet, relation and time. */
export function renderLineHtml(item: DigestItem, frame: ItemFrame): Html {
  const text = frameText[frame.language];
  const { direction } = item;
  const side = sideOf(direction);
  return html`<tr><td class="pad" style="padding:0 32px 12px 32px;"><table role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="4" bgcolor="${relationColours[item.relation]}" style="width:4px;background:${relationColours[item.relation]};border-radius:2px;font-size:0;">&nbsp;</td>
<td width="14" style="width:14px;font-size:0;">&nbsp;</td>
<td lang="${langOf(item)}" dir="${direction}" align="${side}" style="text-align:${side};"><p style="margin:0;${bodyFont(direction, 15)}">${titleLink(item, frame, '')}</p>
<p lang="${frame.language}" dir="${frame.direction}" class="muted" style="margin:0;text-align:${side};${bodyFont(frame.direction, 13)}color:${light.muted};">${isolated(item.outletName)} · ${text.relations[item.relation]} · ${item.time}${item.copies.length > 0 && html` · ${renderCopies(item, frame)}`}</p>
</td></tr></table></td></tr>`;
}
