import { Readability } from '@mozilla/readability';
import { SmallDocument } from './small-document.ts';
import { SmallReadability } from './small-readability.ts';
import { type TextBlock, type TextNode, textBlocks } from './text-block.ts';

/** The blocks of what Readability takes for the article, none when it finds nothing. Changes the document. */
export function findBody(document: Document | SmallDocument): TextBlock[] {
  const content = document instanceof SmallDocument ? new SmallReadability(document).parse()?.content : read(document);
  return content ? textBlocks(content) : [];
}

function read(document: Document): TextNode | undefined | null {
  return new Readability<Node>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
  }).parse()?.content as Element | undefined | null;
}
