import { Readability } from '@mozilla/readability';
import type { SmallDocument } from './small-document.ts';
import type { SmallElement } from './small-element.ts';

/**
 * Readability on the small DOM. Two of its own steps are answered otherwise; were they renamed by a later version, it
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

  /** Makes addresses absolute and nests elements less: `textBlocks` needs neither. */
  _postProcessContent(): void {}
}
