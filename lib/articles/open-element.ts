import { blocks } from './element-kinds.ts';
import type { ClosedElement } from './note-text.ts';
import type { TreePlace } from './page-tree.ts';
import type { SubtreeMeasure } from './subtree-measure.ts';

/** An element of the page between its start and its end. */
export interface OpenElement extends ClosedElement {
  /** Name of the tag that was written, empty when the element was unwrapped. */
  tag: string;
  /** A link to another place of the page. */
  isJump: boolean;
  /** Where it begins, and what had been written before. */
  place: TreePlace;
  before: SubtreeMeasure;
  /** Characters outside any block within, how many blocks are within, and the name of the last. */
  ownChars: number;
  blocksWithin: number;
  onlyBlock: string;
}

/** In place of a name: an element around nothing but one paragraph, heading or list. */
const WRAPPER = 'wrapper';
const WRAPPED = /^(p|h[2-6]|ul|ol|blockquote)$/;

/** Whether an element stands around nothing but a wrapper: one of the two is enough. */
export function isOuterWrapper(element: OpenElement): boolean {
  return isAroundOne(element) && element.onlyBlock === WRAPPER;
}

/** Tells the element around a closed one what it holds now. */
export function noteWithin(holder: OpenElement, closed: OpenElement): void {
  if (isAroundOne(closed) && (closed.onlyBlock === WRAPPER || WRAPPED.test(closed.onlyBlock))) {
    holder.blocksWithin += 1;
    holder.onlyBlock = WRAPPER;
  } else if (blocks.has(closed.tag)) {
    holder.blocksWithin += 1;
    holder.onlyBlock = closed.tag;
  } else {
    holder.ownChars += closed.ownChars + (closed.tag === 'br' ? 1 : 0);
    holder.blocksWithin += closed.blocksWithin;
    holder.onlyBlock = closed.onlyBlock;
  }
}

function isAroundOne({ tag, ownChars, blocksWithin }: OpenElement): boolean {
  return tag === 'div' && ownChars === 0 && blocksWithin === 1;
}
