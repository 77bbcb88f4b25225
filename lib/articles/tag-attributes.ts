import { decodeHTMLAttribute } from 'entities';
import { MAX_ATTRIBUTE_CHARS } from './page-limits.ts';

const NONE: string | undefined = undefined as string | undefined;

/**
 * The attributes that anything is judged by; no other is read. A literal: one shape for all, quick to make and to read.
 */
export const noAttributes = () => ({
  class: NONE,
  id: NONE,
  role: NONE,
  rel: NONE,
  href: NONE,
  itemprop: NONE,
  hidden: NONE,
  style: NONE,
  content: NONE,
  datetime: NONE,
  src: NONE,
  lang: NONE,
  'xml:lang': NONE,
  property: NONE,
  name: NONE,
  'http-equiv': NONE,
  type: NONE,
  'aria-hidden': NONE,
  'data-testid': NONE,
  'data-component': NONE,
  'data-type': NONE,
  'data-module': NONE,
});

/** Values without entities; empty where a name stands alone, undefined where it does not stand. */
export type TagAttributes = ReturnType<typeof noAttributes>;
export type AttributeName = keyof TagAttributes;

const NAMES = Object.keys(noAttributes()) as AttributeName[];

const byLength: readonly (readonly AttributeName[])[] = Array.from({ length: 16 }, (_, length) =>
  NAMES.filter((name) => name.length === length),
);

/** Which of the names stands from `start` to `end`, in any case. */
export function attributeNameAt(html: string, start: number, end: number): AttributeName | undefined {
  for (const name of byLength[end - start] ?? []) if (isNameAt(name, html, start)) return name;
  return undefined;
}

/** @param name in small letters */
export function isNameAt(name: string, html: string, start: number): boolean {
  for (let index = 0; index < name.length; index += 1) {
    // Sets the bit that parts capitals from small letters; hyphens and colons have it.
    if ((html.charCodeAt(start + index) | 0x20) !== name.charCodeAt(index)) return false;
  }
  return true;
}

/** The first of several values stands; one over the limit is left out. */
export function noteAttribute(attributes: TagAttributes, name: AttributeName, raw: string): void {
  if (attributes[name] !== undefined || raw.length > 8 * MAX_ATTRIBUTE_CHARS) return;
  const value = raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
  if (value.length <= MAX_ATTRIBUTE_CHARS) attributes[name] = value;
}
