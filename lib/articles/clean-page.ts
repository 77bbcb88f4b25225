import { blocks, leftOut, tagFor } from './element-kinds.ts';
import { isBoilerplate } from './is-boilerplate.ts';
import { noteText } from './note-text.ts';
import { isOuterWrapper, noteWithin, type OpenElement } from './open-element.ts';
import { emptyPageHead, noteTag, type PageHead } from './page-head.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_JSON_LD_CHARS, MAX_LINKS, PageLimitError } from './page-limits.ts';
import { PageTree } from './page-tree.ts';
import type { CleaningCounts } from './reading-account.ts';
import { scanMarkup } from './scan-markup.ts';
import type { SmallDocument } from './small-document.ts';
import { copyMeasure, emptyMeasure, measureBetween, type SubtreeMeasure } from './subtree-measure.ts';
import { createNameJudge, namesOf, suspectElement } from './suspect-element.ts';
import type { TagAttributes } from './tag-attributes.ts';

export interface CleanedPage {
  /** What is left, as elements; `pageMarkup` writes it for another DOM. */
  document: SmallDocument;
  head: PageHead;
  counts: CleaningCounts;
}

/** "[12]" behind a word and "↩" behind the note: links from one to the other. */
const MAX_MARK_CHARS = 5;
const noteMark = /^[[(]?(\p{Nd}{1,3}|[a-z*†‡§↩↑^]\ufe0e?)[\])]?$/u;

/** A headline is shorter: a lead in the shape of a heading, which Readability would not take for text. */
const MIN_LEAD_CHARS = 120;

function isLead(name: string, { chars, linkChars }: SubtreeMeasure): boolean {
  return /^h[2-6]$/.test(name) && chars >= MIN_LEAD_CHARS && linkChars === 0;
}

/**
 * One linear pass over the page: leaves out what is never text, keeps the head's facts aside, and takes back subtrees
 * that turn out to be boilerplate when they close.
 *
 * @throws PageLimitError beyond the depth and element limits
 */
export function cleanPage(html: string): CleanedPage {
  const head = emptyPageHead();
  const judgeNames = createNameJudge();
  const tree = new PageTree();
  const frames: OpenElement[] = [];
  const total = emptyMeasure();
  const counts: CleaningCounts = { elements: 0, leftOut: 0, takenBack: 0, takenBackChars: 0, textChars: 0 };
  let elementsWritten = 0;
  let depth = 0;
  let skipped = 0;
  let linksOpen = 0;
  let linksWritten = 0;
  let paragraphsOpen = 0;
  let jsonLdChars = 0;
  /** White space says nothing here, and every node costs time. */
  let isAfterBlock = true;
  let raw: string[] | undefined;

  function open(name: string, attributes: TagAttributes): void {
    depth += 1;
    if (depth > MAX_DEPTH)
      throw new PageLimitError('too-deep', `page too deep: more than ${MAX_DEPTH} elements inside each other`);
    if (skipped > 0) {
      skipped += 1;
      return;
    }
    noteTag(head, name, attributes);
    if (leftOut.has(name) || name.startsWith('amp-')) {
      skipped = 1;
      counts.leftOut += 1;
      const isTitle = name === 'title' && !head.title;
      const isJsonLd = name === 'script' && /ld\+json/i.test(attributes.type ?? '') && jsonLdChars < MAX_JSON_LD_CHARS;
      raw = isTitle || isJsonLd ? [] : undefined;
      return;
    }
    counts.elements += 1;
    const names = namesOf(attributes);
    const { suspicion, isArticleBody, isDated } = judgeNames(names);
    const frame: OpenElement = {
      name,
      tag: tagFor(name, paragraphsOpen > 0),
      suspicion: suspectElement(name, names, attributes, suspicion),
      place: tree.place(),
      before: copyMeasure(total),
      isJump: name === 'a' && attributes.href?.startsWith('#') === true,
      itemprop: attributes.itemprop ?? '',
      isDated: isDated || name === 'time',
      ownChars: 0,
      onlyBlock: '',
      blocksWithin: 0,
    };
    if (name === 'h1' || isArticleBody || /articleBody/i.test(frame.itemprop)) total.bodies += 1;
    if (frame.tag === 'a' && linksOpen > 0) frame.tag = '';
    if (frame.tag !== '') elementsWritten += 1;
    if (elementsWritten > MAX_ELEMENTS)
      throw new PageLimitError('too-large', `page too large: more than ${MAX_ELEMENTS} elements`);
    if (frame.tag === 'a') {
      linksWritten += 1;
      if (linksWritten > MAX_LINKS) frame.tag = '';
    }
    if (name === 'a') linksOpen += 1;
    if (name === 'p') paragraphsOpen += 1;
    frames.push(frame);
    if (frame.tag === '') {
      if (blocks.has(name)) tree.text(' ');
      return;
    }
    isAfterBlock = blocks.has(frame.tag);
    tree.open(frame.tag, attributes);
  }

  function text(data: string): void {
    if (skipped > 0) {
      raw?.push(data);
      return;
    }
    const chars = data.trim().length;
    if (chars === 0) {
      if (!isAfterBlock) tree.text(' ');
      return;
    }
    isAfterBlock = false;
    tree.text(data);
    total.chars += chars;
    if (linksOpen > 0) total.linkChars += chars;
    const holder = frames.at(-1);
    if (holder) holder.ownChars += chars;
  }

  function close(name: string): void {
    depth -= 1;
    if (skipped > 0) {
      skipped -= 1;
      if (skipped === 0) closeRaw(name);
      return;
    }
    const frame = frames.pop();
    if (!frame) return;
    if (name === 'a') linksOpen -= 1;
    if (name === 'p') paragraphsOpen -= 1;
    const measure = measureBetween(frame.before, total);
    noteText(head, frame, measure.chars, () => tree.textSince(frame.place));
    if (
      frame.tag === 'a' &&
      frame.isJump &&
      measure.chars <= MAX_MARK_CHARS &&
      noteMark.test(tree.textSince(frame.place))
    ) {
      takeBack(frame, measure);
      return;
    }
    if (frame.suspicion && isBoilerplate(frame.suspicion, measure)) {
      takeBack(frame, measure);
      tree.text(' ');
      return;
    }
    // Readability throws out by class as well; what passed here shall not be judged again.
    const isCleared = frame.suspicion === 'quoted' || (frame.suspicion && measure.longParagraphs > 0);
    if ((name === 'p' || name === 'div' || name === 'blockquote') && measure.chars - measure.linkChars > 80) {
      if (measure.longParagraphs === 0) total.longParagraphs += 1;
    }
    const holder = frames.at(-1);
    if (holder) noteWithin(holder, frame);
    if (frame.tag === '') {
      if (blocks.has(name)) tree.text(' ');
      return;
    }
    const element = tree.close();
    if (isLead(name, measure)) tree.rename(element, 'p');
    if (isCleared) element.attributes = [];
    // Readability credits a paragraph to its parent and grandparent: more wrappers would keep it from the article.
    if (isOuterWrapper(frame)) tree.unwrap(element, frame.place);
    else if (frame.tag !== 'br') isAfterBlock = blocks.has(frame.tag);
  }

  function takeBack(frame: OpenElement, measure: SubtreeMeasure): void {
    tree.takeBack(frame.place);
    Object.assign(total, frame.before);
    if (measure.chars === 0) return;
    counts.takenBack += 1;
    counts.takenBackChars += measure.chars;
  }

  function closeRaw(name: string): void {
    if (!raw) return;
    const content = raw.join('');
    raw = undefined;
    if (name === 'title') head.title = content.replace(/\s+/g, ' ').trim();
    else if (jsonLdChars + content.length <= MAX_JSON_LD_CHARS) {
      jsonLdChars += content.length;
      head.jsonLd.push(content);
    }
  }

  scanMarkup(html, { open, text, close, isSkipping: () => skipped > 0 });
  counts.textChars = total.chars;
  tree.document.title = head.title;
  return { document: tree.document, head, counts };
}
