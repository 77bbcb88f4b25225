import { Parser } from 'htmlparser2';
import { blocks, leftOut, unwrapped, written } from './element-kinds.ts';
import { isBoilerplate } from './is-boilerplate.ts';
import { type ClosedElement, isDateElement, noteText } from './note-text.ts';
import { emptyPageHead, noteTag, type PageHead } from './page-head.ts';
import { MAX_ATTRIBUTE_CHARS, MAX_DEPTH, MAX_ELEMENTS, MAX_JSON_LD_CHARS, PageLimitError } from './page-limits.ts';
import { escapeMarkup, startTag } from './page-markup.ts';
import type { CleaningCounts } from './reading-account.ts';
import { emptyMeasure, measureBetween, type SubtreeMeasure } from './subtree-measure.ts';
import { createNameJudge, namesOf, suspectElement } from './suspect-element.ts';

export interface CleanedPage {
  /** A whole, well-formed document in which every tag is closed, for any DOM. */
  html: string;
  head: PageHead;
  counts: CleaningCounts;
}

interface Frame extends ClosedElement {
  /** Name of the tag that was written, empty when the element was unwrapped. */
  tag: string;
  chunkStart: number;
  before: SubtreeMeasure;
  /** Characters outside any block within, and the name of the only block within; empty when there are none or several. */
  ownChars: number;
  onlyBlock: string;
  blocksWithin: number;
}

/** An element around nothing but one paragraph, heading or list. */
const WRAPPER = 'wrapper';
const WRAPPED = /^(p|h[2-6]|ul|ol|blockquote)$/;

/**
 * One linear pass over the page: leaves out what is never text, keeps the head's facts aside, and takes back subtrees
 * that were written and turn out to be boilerplate when they close.
 *
 * @throws PageLimitError beyond the depth and element limits
 */
export function cleanPage(html: string): CleanedPage {
  const head = emptyPageHead();
  const judgeNames = createNameJudge();
  const chunks: string[] = [];
  const frames: Frame[] = [];
  const total = emptyMeasure();
  const counts: CleaningCounts = { elements: 0, leftOut: 0, takenBack: 0, takenBackChars: 0, textChars: 0 };
  let elementsWritten = 0;
  let depth = 0;
  let skipped = 0;
  let linksOpen = 0;
  let paragraphsOpen = 0;
  let jsonLdChars = 0;
  let raw: string[] | undefined;

  function open(name: string, attributes: Record<string, string>): void {
    depth += 1;
    if (depth > MAX_DEPTH) throw new PageLimitError('too-deep', `more than ${MAX_DEPTH} elements inside each other`);
    if (skipped > 0) {
      skipped += 1;
      return;
    }
    for (const key in attributes) if ((attributes[key] as string).length > MAX_ATTRIBUTE_CHARS) delete attributes[key];
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
    const { suspicion, isArticleBody } = judgeNames(names);
    const frame: Frame = {
      name,
      tag: tagFor(name),
      suspicion: suspectElement(name, names, attributes, suspicion),
      chunkStart: chunks.length,
      before: { ...total },
      itemprop: attributes.itemprop ?? '',
      isDated: isDateElement(name, names),
      ownChars: 0,
      onlyBlock: '',
      blocksWithin: 0,
    };
    if (name === 'h1' || isArticleBody || /articleBody/i.test(frame.itemprop)) total.bodies += 1;
    if (frame.tag === 'a' && linksOpen > 0) frame.tag = '';
    if (name === 'a') linksOpen += 1;
    if (name === 'p') paragraphsOpen += 1;
    frames.push(frame);
    if (frame.tag === '') {
      if (blocks.has(name)) chunks.push(' ');
      return;
    }
    elementsWritten += 1;
    if (elementsWritten > MAX_ELEMENTS) throw new PageLimitError('too-large', `more than ${MAX_ELEMENTS} elements`);
    chunks.push(startTag(frame.tag, attributes));
  }

  function tagFor(name: string): string {
    if (name === 'br') return 'br';
    if (unwrapped.has(name)) return '';
    if (written.has(name)) return name;
    return paragraphsOpen > 0 || name === 'hr' || name === 'wbr' ? '' : 'div';
  }

  function text(data: string): void {
    if (skipped > 0) {
      raw?.push(data);
      return;
    }
    chunks.push(escapeMarkup(data));
    const chars = data.trim().length;
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
    noteText(head, frame, measure.chars, chunks, frame.chunkStart);
    if (frame.suspicion && isBoilerplate(frame.suspicion, measure)) {
      takeBack(frame, measure);
      return;
    }
    // Readability throws out by class as well; what passed here shall not be judged again.
    if (frame.tag && (frame.suspicion === 'quoted' || (frame.suspicion && measure.longParagraphs > 0)))
      chunks[frame.chunkStart] = `<${frame.tag}>`;
    if ((name === 'p' || name === 'div' || name === 'blockquote') && measure.chars - measure.linkChars > 80) {
      if (measure.longParagraphs === 0) total.longParagraphs += 1;
    }
    const isWrapper = frame.tag === 'div' && frame.ownChars === 0 && frame.blocksWithin === 1;
    if (isWrapper && frame.onlyBlock === WRAPPER) {
      // Readability credits a paragraph to its parent and grandparent: more wrappers would keep it from the article.
      chunks[frame.chunkStart] = ' ';
      chunks.push(' ');
    } else if (frame.tag && frame.tag !== 'br') chunks.push(`</${frame.tag}>`);
    else if (blocks.has(name)) chunks.push(' ');
    handOn(frame, isWrapper && (frame.onlyBlock === WRAPPER || WRAPPED.test(frame.onlyBlock)) ? WRAPPER : frame.tag);
  }

  function handOn(frame: Frame, tag: string): void {
    const holder = frames.at(-1);
    if (!holder) return;
    if (tag !== WRAPPER && !blocks.has(tag)) {
      holder.ownChars += frame.ownChars + (tag === 'br' ? 1 : 0);
      holder.blocksWithin += frame.blocksWithin;
      holder.onlyBlock = frame.onlyBlock;
      return;
    }
    holder.blocksWithin += 1;
    holder.onlyBlock = tag;
  }

  function takeBack(frame: Frame, measure: SubtreeMeasure): void {
    chunks.length = frame.chunkStart;
    Object.assign(total, frame.before);
    chunks.push(' ');
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

  const parser = new Parser({ onopentag: open, ontext: text, onclosetag: close });
  parser.write(html);
  parser.end();
  counts.textChars = total.chars;
  const title = escapeMarkup(head.title);
  const document = `<html><head><title>${title}</title></head><body>${chunks.join('')}</body></html>`;
  return { html: document, head, counts };
}
