import type { SmallElement } from './small-element.ts';
import { SmallText } from './small-node.ts';

/** Appends a copy of everything in one element to another, texts that follow each other as one. */
export function copyContent(from: SmallElement, to: SmallElement): void {
  for (let node = from.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      appendText(to, node.textContent);
      continue;
    }
    const element = node as SmallElement;
    const copy = to.ownerDocument.createElement(element.localName);
    copy.attributes = element.attributes;
    to.appendChild(copy);
    copyContent(element, copy);
  }
}

/** A text behind another becomes part of it. */
export function appendText(to: SmallElement, text: string): void {
  const last = to.lastChild;
  if (last instanceof SmallText) last.textContent += text;
  else to.appendChild(new SmallText(text));
}
