import type { SmallElement } from './small-element.ts';

const NO_NODES: readonly SmallNode[] = [];

/** A node of the small DOM: what Readability and `textBlocks` ask of one, with children as a linked list. */
export abstract class SmallNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  abstract textContent: string;
  parentNode: SmallElement | null = null;
  nextSibling: SmallNode | null = null;
  previousSibling: SmallNode | null = null;

  /** Tells Readability that it may rename elements in place. */
  get __JSDOMParser__(): boolean {
    return true;
  }

  get childNodes(): readonly SmallNode[] {
    return NO_NODES;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

export class SmallText extends SmallNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly tagName = undefined;
  readonly localName = undefined;
  textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }
}
