import { copyContent } from './copy-content.ts';
import type { SmallDocument } from './small-document.ts';
import { SmallNode } from './small-node.ts';

/** No style survives the cleaning pass. */
const NO_STYLE = { display: '', visibility: '' };
const NO_ATTRIBUTES: readonly SmallAttribute[] = [];

export class SmallAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  /** Attributes are copied one by one into another element, which makes its own of them. */
  cloneNode(): this {
    return this;
  }
}

/**
 * An element of the small DOM. Texts are kept once they were asked for: Readability asks for the text of every element
 * at every level, which read anew is most of its time.
 */
export class SmallElement extends SmallNode {
  readonly nodeType = 1;
  readonly ownerDocument: SmallDocument;
  tagName: string;
  localName: string;
  firstChild: SmallNode | null = null;
  lastChild: SmallNode | null = null;
  attributes: readonly SmallAttribute[] = NO_ATTRIBUTES;
  readonly style = NO_STYLE;
  /** Readability's own notes. */
  readability: unknown = undefined;
  _readabilityDataTable: boolean | undefined = undefined;
  /** An element whose text is kept holds only elements whose text is kept. */
  #text: string | undefined = undefined;
  #spacedText: string | undefined = undefined;
  #children: SmallElement[] | undefined = undefined;

  constructor(document: SmallDocument, name: string) {
    super();
    this.ownerDocument = document;
    this.localName = name;
    this.tagName = name.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  override get childNodes(): readonly SmallNode[] {
    const nodes: SmallNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  /** Kept up to date while children come last or go. */
  get children(): readonly SmallElement[] {
    if (this.#children) return this.#children;
    this.#children = [];
    for (let node = this.firstElementChild; node; node = node.nextElementSibling) this.#children.push(node);
    return this.#children;
  }

  get firstElementChild(): SmallElement | null {
    return elementFrom(this.firstChild);
  }

  get nextElementSibling(): SmallElement | null {
    return elementFrom(this.nextSibling);
  }

  get textContent(): string {
    if (this.#text !== undefined) return this.#text;
    let text = '';
    for (let node = this.firstChild; node; node = node.nextSibling) text += node.textContent;
    this.#text = text;
    return text;
  }

  /** The text without white space around it and with one space for each run of it. */
  get spacedText(): string {
    if (this.#spacedText !== undefined) return this.#spacedText;
    const text = this.textContent.trim();
    // Every text was single-spaced when it was added: runs are only where two of them meet.
    this.#spacedText = text.includes('  ') ? text.replace(/\s{2,}/g, ' ') : text;
    return this.#spacedText;
  }

  appendChild(child: SmallNode): void {
    child.parentNode?.removeChild(child);
    child.parentNode = this;
    child.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = child;
    else this.firstChild = child;
    this.lastChild = child;
    if (child.nodeType === 1) this.#children?.push(child as SmallElement);
    this.#forgetText();
  }

  removeChild(child: SmallNode): void {
    const { previousSibling: before, nextSibling: after } = child;
    if (before) before.nextSibling = after;
    else this.firstChild = after;
    if (after) after.previousSibling = before;
    else this.lastChild = before;
    child.parentNode = child.previousSibling = child.nextSibling = null;
    if (this.#children && child.nodeType === 1) this.#children.splice(this.#children.indexOf(child as SmallElement), 1);
    this.#forgetText();
  }

  replaceChild(child: SmallNode, old: SmallNode): void {
    child.parentNode?.removeChild(child);
    const { previousSibling: before, nextSibling: after } = old;
    child.parentNode = this;
    child.previousSibling = before;
    child.nextSibling = after;
    if (before) before.nextSibling = child;
    else this.firstChild = child;
    if (after) after.previousSibling = child;
    else this.lastChild = child;
    old.parentNode = old.previousSibling = old.nextSibling = null;
    this.#children = undefined;
    this.#forgetText();
  }

  getElementsByTagName(name: string): SmallElement[] {
    return this.ownerDocument.elementsIn(this, name);
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes = [...this.attributes.filter((one) => one.name !== name), new SmallAttribute(name, value)];
  }

  setAttributeNode({ name, value }: SmallAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    if (this.attributes.length > 0) this.attributes = this.attributes.filter((one) => one.name !== name);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  /** Not markup but a copy: Readability keeps the body's to begin again, and asks for others only to log them. */
  get innerHTML(): SmallElement | undefined {
    if (this !== this.ownerDocument.body) return undefined;
    const copy = new SmallElement(this.ownerDocument, 'body');
    copyContent(this, copy);
    return copy;
  }

  set innerHTML(copy: SmallElement) {
    while (this.lastChild) this.removeChild(this.lastChild);
    copyContent(copy, this);
  }

  #forgetText(): void {
    for (let node: SmallElement | null = this; node && node.#text !== undefined; node = node.parentNode) {
      node.#text = node.#spacedText = undefined;
    }
  }
}

function elementFrom(node: SmallNode | null): SmallElement | null {
  while (node && node.nodeType !== 1) node = node.nextSibling;
  return node as SmallElement | null;
}
