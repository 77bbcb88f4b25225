import { Readability } from '@mozilla/readability';
import type { SmallDocument } from './small-document.ts';
import type { SmallElement } from './small-element.ts';

/** Its own; `rel` and `itemprop`, which it looks at as well, do not outlive the cleaning pass. */
const bylineName = /byline|author|dateline|writtenby|p-author/i;

/**
 * Readability on the small DOM. Three of its own steps are answered otherwise; were they renamed by a later version, it
 * would be slower and read the same.
 */
export class SmallReadability extends Readability<SmallElement> {
  constructor(document: SmallDocument) {
    super(document as unknown as Document, {
      serializer: (node) => node as unknown as SmallElement,
      disableJSONLD: true,
      keepClasses: true,
    });
  }

  /** It asks for most texts several times. */
  _getInnerText(element: SmallElement, isSpaced = true): string {
    return isSpaced ? element.spacedText : element.textContent.trim();
  }

  /** It asks for the text of every element before it looks at the name, which most of them do not have. */
  _isValidByline(element: SmallElement, names: string): boolean {
    if (!bylineName.test(names)) return false;
    const chars = element.textContent.trim().length;
    return chars > 0 && chars < 100;
  }

  /** Makes addresses absolute and nests elements less: `textBlocks` needs neither. */
  _postProcessContent(): void {}
}
