import type { Digest, DigestCount } from './digest.ts';
import { frameNumber, frameText } from './frame-text.ts';
import { type Html, html, isolated } from './html-template.ts';
import { bodyFont, light, relationColours } from './mail-theme.ts';

/** A bar is full from this many on: on a quiet day one article must not look like a flood. */
const FULL_BAR = 5;

const percent = (count: number, total: number): number => Math.max(1, Math.round((count / total) * 100));

/** Who speaks, at a glance: one strip whose cells are the relations' shares, and the numbers as text below. */
export function renderRelationStrip(digest: Digest): Html {
  const number = (count: number): string => frameNumber(count, digest.language);
  const cells = digest.relations.map(
    ({ key, count }) =>
      html`<td width="${percent(count, digest.articleCount)}%" height="8" bgcolor="${relationColours[key]}" style="height:8px;background:${relationColours[key]};font-size:0;line-height:8px;">&nbsp;</td>`,
  );
  const end = digest.direction === 'rtl' ? 'left' : 'right';
  const legend = digest.relations.map(
    ({ key, name, count }) =>
      html`<span style="display:inline-block;white-space:nowrap;padding-${end}:16px;"><span style="display:inline-block;width:9px;height:9px;border-radius:2px;background:${relationColours[key]};"></span> ${name} <b class="ink" style="color:${light.ink};">${number(count)}</b></span> `,
  );
  return html`<table role="presentation" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-radius:4px;overflow:hidden;"><tr>${cells}</tr></table>
<p class="muted" style="margin:10px 0 0 0;${bodyFont(digest.direction, 13)}line-height:1.8;color:${light.muted};">${legend}</p>`;
}

function renderBar(row: DigestCount, most: number, colour: string, detail: string, digest: Digest): Html {
  const share = percent(row.count, most);
  const font = bodyFont(digest.direction, 13);
  const [start, end] = digest.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return html`<tr>
<td width="50%" class="ink" style="padding:3px 0;${font}color:${light.ink};">${isolated(row.name)}${detail && html` <span class="muted" style="color:${light.muted};">· ${detail}</span>`}</td>
<td width="32" align="${end}" class="ink" style="width:32px;padding:3px 0;text-align:${end};${font}color:${light.ink};">${frameNumber(row.count, digest.language)}</td>
<td style="padding-${start}:12px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td width="${share}%" height="8" bgcolor="${colour}" style="height:8px;border-radius:2px;background:${colour};font-size:0;line-height:8px;">&nbsp;</td>${share < 100 && html`<td width="${100 - share}%" style="font-size:0;line-height:8px;">&nbsp;</td>`}</tr></table></td>
</tr>`;
}

function renderRows(rows: readonly Html[], digest: Digest): Html {
  return html`<table role="presentation" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0">${rows}</table>`;
}

/** Outlets with their relation, the busiest first. @param limit rows shown; the caller says what is left out */
export function renderOutletBars(digest: Digest, limit: number): Html {
  const most = Math.max(FULL_BAR, digest.outlets[0]?.count ?? 0);
  const relations = frameText[digest.language].relations;
  const rows = digest.outlets
    .slice(0, limit)
    .map((outlet) => renderBar(outlet, most, relationColours[outlet.relation], relations[outlet.relation], digest));
  return renderRows(rows, digest);
}

export function renderLanguageBars(digest: Digest, limit: number): Html {
  const most = Math.max(FULL_BAR, digest.languages[0]?.count ?? 0);
  const rows = digest.languages.slice(0, limit).map((row) => renderBar(row, most, relationColours.unknown, '', digest));
  return renderRows(rows, digest);
}
