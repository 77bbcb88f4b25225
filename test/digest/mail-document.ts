import { DomUtils, parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** What a test asks of an element. */
export interface MailElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element of the mail in document order. */
export function elementsOf(markup: string): MailElement[] {
  return DomUtils.findAll(() => true, parseDocument(markup).children).map((element) => ({
    name: element.name,
    attributes: element.attribs,
    text: DomUtils.textContent(element),
  }));
}

export function hrefsOf(markup: string): string[] {
  return elementsOf(markup).flatMap(({ attributes }) => attributes.href ?? []);
}

/** Every element with the names of its attributes, nested as they stand; texts and values left out. */
export function structureOf(markup: string): string {
  const describe = (node: Node): string =>
    'attribs' in node
      ? `${node.name}[${Object.keys(node.attribs)}](${node.children.map(describe).join('')})`
      : node.type === 'text'
        ? ''
        : `<${node.type}>`;
  return parseDocument(markup).children.map(describe).join('');
}
