import type { SmallDocument } from './small-document.ts';
import type { SmallElement } from './small-element.ts';
import type { SmallNode } from './small-node.ts';

/** A whole, well-formed page of what the cleaning left, in which every tag is closed, for any DOM. */
export function pageMarkup({ title, body }: SmallDocument): string {
  return `<html><head><title>${escapeMarkup(title)}</title></head><body>${contentOf(body)}</body></html>`;
}

function contentOf(element: SmallElement): string {
  let markup = '';
  for (let node = element.firstChild; node; node = node.nextSibling) markup += markupOf(node);
  return markup;
}

function markupOf(node: SmallNode): string {
  if (node.nodeType === 3) return escapeMarkup(node.textContent);
  const element = node as SmallElement;
  const values = element.attributes.map(({ name, value }) => ` ${name}="${escapeMarkup(value)}"`);
  const start = `<${element.localName}${values.join('')}`;
  return element.localName === 'br' ? `${start}/>` : `${start}>${contentOf(element)}</${element.localName}>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
