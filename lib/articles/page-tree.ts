import { appendText } from './copy-content.ts';
import { singleSpaced } from './single-spaced.ts';
import { SmallDocument } from './small-document.ts';
import { SmallAttribute, type SmallElement } from './small-element.ts';
import { type SmallNode, SmallText } from './small-node.ts';
import type { TagAttributes } from './tag-attributes.ts';

/** The attributes that Readability weighs, and the targets of links. */
const LINK_ATTRIBUTES = ['href'] as const;
const OTHER_ATTRIBUTES = ['class', 'id', 'role'] as const;
/** More pieces are not read: elements around them may be nested, and each would read them again. */
const MAX_PIECES = 200;

/** Where something was about to be added. */
export interface TreePlace {
  holder: SmallElement;
  last: SmallNode | null;
  /** Of `last`, where it is a text: it may grow. Kept whole, for a text that grows piece by piece is dear to cut. */
  lastText: string;
}

/** A document in the making: everything is added at its end, and what was added last can be taken back. */
export class PageTree {
  readonly document = new SmallDocument();
  #holder = this.document.body;

  place(): TreePlace {
    const last = this.#holder.lastChild;
    return { holder: this.#holder, last, lastText: last instanceof SmallText ? last.textContent : '' };
  }

  text(data: string): void {
    appendText(this.#holder, singleSpaced(data));
  }

  open(tag: string, attributes: TagAttributes): void {
    const element = this.document.createElement(tag);
    for (const name of tag === 'a' ? LINK_ATTRIBUTES : OTHER_ATTRIBUTES) {
      const value = attributes[name];
      if (value) element.attributes = [...element.attributes, new SmallAttribute(name, value)];
    }
    this.#holder.appendChild(element);
    this.#holder = element;
  }

  close(): SmallElement {
    const closed = this.#holder;
    this.#holder = closed.parentNode ?? this.document.body;
    return closed;
  }

  rename(element: SmallElement, tag: string): void {
    element.localName = tag;
    element.tagName = tag.toUpperCase();
  }

  /** Removes all that was added since. */
  takeBack({ holder, last, lastText }: TreePlace): void {
    while (holder.lastChild && holder.lastChild !== last) holder.removeChild(holder.lastChild);
    if (last instanceof SmallText) last.textContent = lastText;
    this.#holder = holder;
  }

  /** Puts what a closed element holds in its place. */
  unwrap(element: SmallElement, place: TreePlace): void {
    this.takeBack(place);
    appendText(place.holder, ' ');
    for (let node = element.firstChild; node; node = element.firstChild) {
      if (node instanceof SmallText) {
        element.removeChild(node);
        appendText(place.holder, node.textContent);
      } else place.holder.appendChild(node);
    }
    appendText(place.holder, ' ');
  }

  /** @returns the text added since, one space for each run of white space; cut short where it is in many pieces */
  textSince({ holder, last, lastText }: TreePlace): string {
    let text =
      last instanceof SmallText && last.textContent.length > lastText.length
        ? last.textContent.slice(lastText.length)
        : '';
    let pieces = 0;
    function read(node: SmallNode | null): void {
      for (let next = node; next && pieces < MAX_PIECES; next = next.nextSibling) {
        pieces += 1;
        if (next.nodeType === 3) text += next.textContent;
        else read((next as SmallElement).firstChild);
      }
    }
    read(last ? last.nextSibling : holder.firstChild);
    return singleSpaced(text).trim();
  }
}
