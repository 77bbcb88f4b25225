import { decodeHTML } from 'entities';
import {
  behindAngle,
  behindComment,
  behindSpace,
  endOfName,
  endOfUnquoted,
  isEndOfName,
  isLetter,
  isSpace,
} from './markup-places.ts';
import { type MarkupEvents, OpenTags } from './open-tags.ts';
import { attributeNameAt, isNameAt, noAttributes, noteAttribute, type TagAttributes } from './tag-attributes.ts';
import { tagKind } from './tag-kinds.ts';

const SLASH = 0x2f;
const EQUALS = 0x3d;
const ANGLE = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

export interface PageEvents extends MarkupEvents<TagAttributes> {
  /** Whether nobody will ask for the attributes of the next tag. */
  isSkipping(): boolean;
}

/**
 * Reads a page as htmlparser2 does, event for event, in a third of its time: what is long (text, scripts, comments,
 * values) is found by its end instead of read letter by letter, and only the attributes that count are kept. Linear
 * in the length of the page. The attributes belong to the scanner: they change with the next tag.
 */
export function scanMarkup(html: string, events: PageEvents): void {
  const tags = new OpenTags((name) => events.close(name));
  const end = html.length;
  let attributes = noAttributes();
  let hasAttributes = false;
  let isSelfClosing = false;
  let at = 0;

  function scanText(): void {
    const next = html.indexOf('<', at + (html.charCodeAt(at) === 0x3c ? 1 : 0));
    const until = next < 0 ? end : next;
    sayText(at, until);
    at = until;
  }

  function sayText(from: number, to: number): void {
    if (from >= to) return;
    const data = html.slice(from, to);
    events.text(data.includes('&') && !events.isSkipping() ? decodeHTML(data) : data);
  }

  /** From `<!`: comments, doctypes, and everything that browsers take for a comment. */
  function scanDeclaration(): void {
    const from = at + 2;
    if (html.startsWith('--', from)) at = behindComment(html, from + 2);
    else if (html.startsWith('[CDATA[', from)) {
      const close = html.indexOf(']]>', from + 7);
      if (close >= 0 && tags.isForeign) events.text(html.slice(from + 7, close));
      at = close < 0 ? end : close + 3;
    } else at = behindAngle(html, from);
  }

  function scanEndTag(): void {
    const from = at + 2;
    if (from >= end) {
      sayText(at, end);
      at = end;
      return;
    }
    if (!isLetter(html.charCodeAt(from))) {
      at = behindAngle(html, from);
      return;
    }
    const nameEnd = endOfName(html, from);
    at = behindAngle(html, nameEnd);
    if (nameEnd < end) closeTag(html.slice(from, nameEnd));
  }

  function closeTag(written: string): void {
    const { name, isVoid } = tagKind(written);
    if (name === 'br' || (name === 'p' && !tags.close('p'))) {
      resetAttributes();
      if (name === 'p') tags.open('p');
      events.open(name, attributes);
      if (name === 'p') tags.close('p');
      else events.close(name);
    } else if (!isVoid && name !== 'p') tags.close(name === 'image' && !tags.isForeign ? 'img' : name);
  }

  function scanStartTag(): void {
    const wasForeign = tags.isForeign;
    const nameEnd = endOfName(html, at + 1);
    const kind = nameEnd < end ? tags.open(html.slice(at + 1, nameEnd)) : undefined;
    const isComplete = scanAttributes(nameEnd, kind !== undefined && !events.isSkipping());
    if (!isComplete && kind && !kind.isVoid) tags.forgetLast();
    if (!isComplete || !kind) return;
    events.open(kind.name, attributes);
    if (kind.isVoid) events.close(kind.name);
    if (isSelfClosing && tags.isForeign) tags.closeLast(kind.name);
    else if (kind.holds !== 'markup' && !wasForeign) scanHeldText(kind.name, kind.holds);
  }

  /** @returns false when the page ends first: such a tag is none */
  function scanAttributes(from: number, areWanted: boolean): boolean {
    resetAttributes();
    isSelfClosing = false;
    at = from;
    while (at < end) {
      const code = html.charCodeAt(at);
      if (code === ANGLE) {
        at += 1;
        return true;
      }
      if (isSpace(code)) at += 1;
      else if (code === SLASH) {
        at = behindSpace(html, at + 1);
        isSelfClosing = html.charCodeAt(at) === ANGLE;
      } else scanAttribute(areWanted);
    }
    return false;
  }

  function scanAttribute(isWanted: boolean): void {
    const from = at;
    at += 1;
    for (let code = html.charCodeAt(at); at < end && code !== EQUALS && !isEndOfName(code); ) {
      at += 1;
      code = html.charCodeAt(at);
    }
    const name = isWanted ? attributeNameAt(html, from, at) : undefined;
    const equals = behindSpace(html, at);
    if (html.charCodeAt(equals) !== EQUALS) {
      at = equals;
      if (name) note(name, '');
      return;
    }
    at = behindSpace(html, equals + 1);
    const quote = html.charCodeAt(at);
    let valueEnd: number;
    if (quote === QUOTE || quote === APOSTROPHE) {
      at += 1;
      valueEnd = html.indexOf(quote === QUOTE ? '"' : "'", at);
      if (valueEnd < 0) {
        at = end;
        return;
      }
    } else valueEnd = endOfUnquoted(html, at);
    if (name) note(name, html.slice(at, valueEnd));
    at = quote === QUOTE || quote === APOSTROPHE ? valueEnd + 1 : valueEnd;
  }

  function note(name: keyof TagAttributes, value: string): void {
    hasAttributes = true;
    noteAttribute(attributes, name, value);
  }

  function resetAttributes(): void {
    if (hasAttributes) attributes = noAttributes();
    hasAttributes = false;
  }

  /** Scripts, styles and the like, up to their own end tag. */
  function scanHeldText(name: string, holds: string): void {
    let close = holds === 'rest of the page' ? -1 : html.indexOf('</', at);
    while (close >= 0 && !isEndTagAt(name, close)) close = html.indexOf('</', close + 2);
    const until = close < 0 ? end : close;
    if (until > at) {
      const data = html.slice(at, until);
      events.text(holds === 'text with entities' ? decodeHTML(data) : data);
    }
    at = until;
  }

  function isEndTagAt(name: string, index: number): boolean {
    const nameEnd = index + 2 + name.length;
    return nameEnd < end && isEndOfName(html.charCodeAt(nameEnd)) && isNameAt(name, html, index + 2);
  }

  while (at < end) {
    const next = html.charCodeAt(at) === 0x3c ? html.charCodeAt(at + 1) : undefined;
    if (next === undefined) scanText();
    else if (isLetter(next)) scanStartTag();
    else if (next === SLASH) scanEndTag();
    else if (next === 0x21) scanDeclaration();
    else if (next === 0x3f) at = behindAngle(html, at + 1);
    else scanText();
  }
  tags.closeAll();
}
