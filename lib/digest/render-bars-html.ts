import type { Digest } from './digest.ts';
import { frameNumber } from './frame-number.ts';
import { type Html, html, isolated } from './html-template.ts';
import { endOf, startOf } from './mail-parts.ts';
import { bodySize, light, relationColours } from './mail-theme.ts';

/** A bar is full from this many on: on a quiet day one article must not look like a flood. */
export const FULL_BAR = 5;

const percent = (count: number, total: number): number => Math.max(1, Math.round((count / total) * 100));

/** Who speaks, at a glance: one strip whose cells are the relations' shares, and the numbers as text below. */
export function renderRelationStrip(digest: Digest): Html {
  const number = (count: number): string => frameNumber(count, digest.language);
  const cells = digest.relations.map(
    ({ key, count }) =>
      html`<td width="${percent(count, digest.articleCount)}%" height="8" bgcolor="${relationColours[key]}" style="height:8px;background:${relationColours[key]};font-size:0;line-height:8px;">&nbsp;</td>`,
  );
  const legend = digest.relations.map(
    ({ key, name, count }) =>
      html`<span style="display:inline-block;white-space:nowrap;padding-${endOf(digest.direction)}:16px;"><span style="display:inline-block;width:9px;height:9px;border-radius:2px;background:${relationColours[key]};"></span> ${name} <b class="ink" style="color:${light.ink};">${number(count)}</b></span> `,
  );
  return html`<table role="presentation" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-radius:4px;overflow:hidden;"><tr>${cells}</tr></table>
<p class="muted" style="margin:10px 0 0;${bodySize(digest.direction, 13)}line-height:1.8;color:${light.muted};">${legend}</p>`;
}

export interface Bar {
  name: string;
  count: number;
  detail: string;
  /** Stacked from the start; their sum is the count. */
  parts: readonly { count: number; colour: string }[];
}

/** Name, number and bar in one row, in shares of the highest count. */
export function renderBar({ name, count, detail, parts }: Bar, most: number, digest: Digest): Html {
  const font = bodySize(digest.direction, 13);
  const shown = parts.filter((part) => part.count > 0);
  const rest = 100 - shown.reduce((sum, part) => sum + percent(part.count, most), 0);
  const cells = shown.map(
    ({ count: of, colour }) =>
      html`<td width="${percent(of, most)}%" height="8" bgcolor="${colour}" style="height:8px;background:${colour};font-size:0;line-height:8px;">&nbsp;</td>`,
  );
  return html`<tr>
<td width="50%" style="padding:3px 0;${font}">${isolated(name)}${detail && html` <span class="muted" style="color:${light.muted};">· ${detail}</span>`}</td>
<td width="32" align="${endOf(digest.direction)}" style="width:32px;padding:3px 0;text-align:${endOf(digest.direction)};${font}">${frameNumber(count, digest.language)}</td>
<td style="padding-${startOf(digest.direction)}:12px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-radius:2px;overflow:hidden;"><tr>${cells}${rest > 0 && html`<td width="${rest}%" style="font-size:0;line-height:8px;">&nbsp;</td>`}</tr></table></td>
</tr>`;
}

/** What colours mean, in one line. */
export function renderLegend(parts: readonly { name: string; colour: string }[], digest: Digest): Html {
  const marks = parts.map(
    ({ name, colour }) =>
      html`<span style="display:inline-block;white-space:nowrap;padding-${endOf(digest.direction)}:14px;"><span style="display:inline-block;width:9px;height:9px;border-radius:2px;background:${colour};"></span> ${name}</span> `,
  );
  return html`<p class="muted" style="margin:8px 0 0;${bodySize(digest.direction, 13)}color:${light.muted};">${marks}</p>`;
}
