import { singleSpaced } from './single-spaced.ts';

/** One paragraph, heading, list item or row of the body. */
export interface TextBlock {
  text: string;
  /** Characters of `text` inside links. */
  linkChars: number;
  links: number;
  /** Name of the element that holds the text: p, h2, li, … */
  element: string;
  /** Targets of the links. */
  hrefs: string[];
}

/** Longer cells are columns of a layout, not figures. */
const MAX_CELL_CHARS = 60;

/** What is asked of a node, of whichever DOM it is. */
export interface TextNode {
  readonly nodeType: number;
  readonly localName?: string | undefined;
  readonly textContent: string | null;
  readonly firstChild?: TextNode | null | undefined;
  readonly nextSibling: TextNode | null;
  getAttribute?(name: string): string | null;
}

/** The text of a body in reading order, one block for each innermost block element. */
export function textBlocks(body: TextNode): TextBlock[] {
  const result: TextBlock[] = [];
  let current = emptyBlock('div');

  function flush(next: string): void {
    const text = isPlain(current.text) ? current.text.trim() : linesOf(current.text);
    if (text) result.push({ ...current, text });
    current = emptyBlock(next);
  }

  function walk(node: TextNode, holder: string, inLink: boolean): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = singleSpaced(child.textContent ?? '');
        current.text += text;
        if (inLink) current.linkChars += text.trim().length;
        continue;
      }
      if (child.nodeType !== 1) continue;
      const name = child.localName ?? '';
      if (name === 'br') {
        current.text += '\n';
      } else if (name === 'a') {
        const href = child.getAttribute?.('href') ?? '';
        // A button in the shape of a link.
        const isLink = !href.startsWith('javascript:');
        if (isLink) current.links += 1;
        if (isLink && href) current.hrefs.push(href);
        walk(child, holder, inLink || isLink);
      } else {
        flush(name);
        const before = result.length;
        walk(child, name, inLink);
        flush(holder);
        if (name === 'tr') joinCells(result, before);
      }
    }
  }

  walk(body, body.localName ?? '', false);
  flush('div');
  return result;
}

/** A row of short cells is one line. */
function joinCells(blocks: TextBlock[], from: number): void {
  const cells = blocks.slice(from);
  if (cells.length < 2 || cells.some((cell) => cell.text.length > MAX_CELL_CHARS)) return;
  blocks.splice(from, cells.length, {
    text: cells.map((cell) => cell.text.replace(/\n/g, ' ')).join(' '),
    linkChars: cells.reduce((sum, cell) => sum + cell.linkChars, 0),
    links: cells.reduce((sum, cell) => sum + cell.links, 0),
    element: 'tr',
    hrefs: cells.flatMap((cell) => cell.hrefs),
  });
}

/** No line breaks, and spaces one by one. */
function isPlain(text: string): boolean {
  return !text.includes('\n') && !text.includes('  ');
}

function linesOf(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function emptyBlock(element: string): TextBlock {
  return { text: '', linkChars: 0, links: 0, element, hrefs: [] };
}
