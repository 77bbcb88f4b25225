import { SmallElement } from './small-element.ts';
import { SmallText } from './small-node.ts';

/** Names that Readability gives to elements which had another. */
const RENAMED = ['P', 'DIV', 'H2', 'SPAN'];

/**
 * A document with the part of the DOM that Readability uses, built by `cleanPage` as it reads. It has no parser of its
 * own and is no DOM for anything else.
 */
export class SmallDocument {
  readonly nodeType = 9;
  readonly baseURI = 'about:blank';
  readonly documentURI = 'about:blank';
  title = '';
  readonly documentElement: SmallElement;
  readonly body: SmallElement;
  /** Of elements that never were there, no search is needed. */
  readonly #tagNames = new Set(RENAMED);

  constructor() {
    this.documentElement = this.createElement('html');
    this.body = this.createElement('body');
    this.documentElement.appendChild(this.body);
  }

  get firstChild(): SmallElement {
    return this.documentElement;
  }

  createElement(name: string): SmallElement {
    const element = new SmallElement(this, name.toLowerCase());
    this.#tagNames.add(element.tagName);
    return element;
  }

  createTextNode(text: string): SmallText {
    return new SmallText(text);
  }

  getElementsByTagName(name: string): SmallElement[] {
    return this.elementsIn(this.documentElement, name);
  }

  /** Those below an element, in page order; not a live list. */
  elementsIn(root: SmallElement, name: string): SmallElement[] {
    const tagName = name.toUpperCase();
    const found: SmallElement[] = [];
    if (!this.#tagNames.has(tagName)) return found;
    let node: SmallElement | null = root.firstElementChild;
    while (node) {
      if (node.tagName === tagName) found.push(node);
      let next: SmallElement | null = node.firstElementChild ?? node.nextElementSibling;
      while (!next && node && node.parentNode !== root) {
        node = node.parentNode;
        next = node?.nextElementSibling ?? null;
      }
      node = next;
    }
    return found;
  }
}
