import type { Digest } from './digest.ts';
import { frameNumber } from './frame-number.ts';
import { type Html, html } from './html-template.ts';
import { bodySize, headlineFont, light } from './mail-theme.ts';
import type { Counted } from './section-text.ts';
import type { Direction } from './text-direction.ts';

/** The side where reading begins. */
export const startOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'right' : 'left');
export const endOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'left' : 'right');

/** The heading of a section, with a line above it. */
export function heading(title: string, digest: Digest): Html {
  return html`<tr><td class="pad" style="padding:10px 32px 14px 32px;"><h2 class="rule" style="margin:0;padding:18px 0 0;border-top:1px solid ${light.rule};${headlineFont(digest.direction, 16, digest.direction)}">${title}</h2></td></tr>`;
}

/** One row of the mail at its full width. */
export function row(content: Html | readonly Html[], paddingBottom = 18): Html {
  return html`<tr><td class="pad" style="padding:0 32px ${paddingBottom}px;">${content}</td></tr>`;
}

export function note(content: Html | string, digest: Digest, size = 14): Html {
  return html`<tr><td class="pad muted" style="padding:0 32px 18px;${bodySize(digest.direction, size)}color:${light.muted};">${content}</td></tr>`;
}

export function link(address: string, label: string): Html {
  return html`<a href="${address}" class="link" style="color:${light.link};">${label}</a>`;
}

/** Rows side by side in the frame's direction. */
export function table(rows: readonly Html[], digest: Digest): Html {
  return html`<table role="presentation" dir="${digest.direction}" width="100%" cellpadding="0" cellspacing="0" border="0">${rows}</table>`;
}

export function joined(parts: readonly (Html | string)[], separator: Html | string): (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

export const countedIn = (count: number, { language }: Pick<Digest, 'language'>): Counted => ({
  count: frameNumber(count, language),
  isOne: count === 1,
});
