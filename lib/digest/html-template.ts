import { withoutUnseen } from './display-text.ts';
import { isolate } from './text-direction.ts';

/** Markup that is safe as it stands. Only `html` and `rawHtml` make it: an object that looks like it is escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** Absent values and `false` print nothing, so that a part can be left out in place. */
export type HtmlValue = string | number | Html | undefined | null | false | readonly HtmlValue[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeText(text: string): string {
  return withoutUnseen(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

function print(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(print).join('');
  return escapeText(String(value));
}

/**
 * Markup with every value escaped and freed of characters that are not to be seen (bidi overrides, zero-width
 * spaces). Values stand in text or in quoted attributes, never in a tag's name, a script or a style; addresses go
 * through `safeLink` first.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += print(value) + (strings[index + 1] ?? '');
  return new Html(markup);
}

/** Markup of our own that is not written with `html`: a style sheet. Never text from outside. */
export function rawHtml(markup: string): Html {
  return new Html(markup);
}

/** Text of unknown direction inside a line of ours, escaped and isolated. */
export function isolated(text: string): Html {
  return new Html(isolate(escapeText(text)));
}

/** A sentence of ours whose isolates stay, each around one piece: names of outsiders come into it cleaned. */
export function sentence(text: string): Html {
  const pieces = text.split(/\u2068([^\u2068\u2069]*)\u2069/);
  return new Html(
    pieces.map((piece, index) => (index % 2 === 1 ? isolate(escapeText(piece)) : escapeText(piece))).join(''),
  );
}
