import { Readability } from '@mozilla/readability';
import { type TextBlock, textBlocks } from './text-block.ts';

/** The blocks of what Readability takes for the article, none when it finds nothing. Changes the document. */
export function findBody(document: Document): TextBlock[] {
  const found = new Readability<Node>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  return found?.content ? textBlocks(found.content as Element) : [];
}
