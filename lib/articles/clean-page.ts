import { Parser } from 'htmlparser2';
import { namesArticleBody, type Suspicion } from './boilerplate-name.ts';
import { blocks, leftOut, unwrapped, written } from './element-kinds.ts';
import { isBoilerplate, type SubtreeMeasure } from './is-boilerplate.ts';
import { emptyPageHead, noteMicrodata, noteTag, type PageHead } from './page-head.ts';
import { MAX_ATTRIBUTE_CHARS, MAX_DEPTH, MAX_ELEMENTS, MAX_JSON_LD_CHARS, PageLimitError } from './page-limits.ts';
import { namesOf, suspectElement } from './suspect-element.ts';

export interface CleanedPage {
  /** A whole, well-formed document in which every tag is closed, for any DOM. */
  html: string;
  head: PageHead;
  /** Characters of text in `html`. */
  textChars: number;
}

interface Frame {
  name: string;
  /** Name of the tag that was written, empty when the element was unwrapped. */
  tag: string;
  suspicion: Suspicion | undefined;
  chunkStart: number;
  before: SubtreeMeasure;
  itemprop: string;
}

const TEXT_PROPERTIES = /(^|\s)(headline|author|name|datePublished|dateModified|articleSection)(\s|$)/;

/**
 * One linear pass over the page: leaves out what is never text, keeps the head's facts aside, and takes back subtrees
 * that were written and turn out to be boilerplate when they close.
 *
 * @throws PageLimitError beyond the depth and element limits
 */
export function cleanPage(html: string): CleanedPage {
  const head = emptyPageHead();
  const chunks: string[] = [];
  const frames: Frame[] = [];
  const total: SubtreeMeasure = { chars: 0, linkChars: 0, longParagraphs: 0, bodies: 0 };
  let elements = 0;
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
      const isTitle = name === 'title' && !head.title;
      const isJsonLd = name === 'script' && /ld\+json/i.test(attributes.type ?? '') && jsonLdChars < MAX_JSON_LD_CHARS;
      raw = isTitle || isJsonLd ? [] : undefined;
      return;
    }
    const names = namesOf(attributes);
    const frame: Frame = {
      name,
      tag: tagFor(name),
      suspicion: suspectElement(name, names, attributes),
      chunkStart: chunks.length,
      before: { ...total },
      itemprop: attributes.itemprop ?? '',
    };
    if (/articleBody/i.test(frame.itemprop) || name === 'h1' || namesArticleBody(names)) total.bodies += 1;
    if (frame.tag === 'a' && linksOpen > 0) frame.tag = '';
    if (name === 'a') linksOpen += 1;
    if (name === 'p') paragraphsOpen += 1;
    frames.push(frame);
    if (frame.tag === '') {
      if (blocks.has(name)) chunks.push(' ');
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new PageLimitError('too-large', `more than ${MAX_ELEMENTS} elements`);
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
    chunks.push(data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    const chars = data.trim().length;
    total.chars += chars;
    if (linksOpen > 0) total.linkChars += chars;
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
    const measure = difference(total, frame.before);
    noteText(frame, measure);
    if (frame.suspicion && isBoilerplate(frame.suspicion, measure)) {
      chunks.length = frame.chunkStart;
      Object.assign(total, frame.before);
      chunks.push(' ');
      return;
    }
    // Readability throws out by class as well; what passed here shall not be judged again.
    if (frame.tag && (frame.suspicion === 'quoted' || (frame.suspicion && measure.longParagraphs > 0)))
      chunks[frame.chunkStart] = `<${frame.tag}>`;
    if ((name === 'p' || name === 'div' || name === 'blockquote') && measure.chars - measure.linkChars > 80) {
      if (measure.longParagraphs === 0) total.longParagraphs += 1;
    }
    if (frame.tag && frame.tag !== 'br') chunks.push(`</${frame.tag}>`);
    else if (blocks.has(name)) chunks.push(' ');
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

  function noteText(frame: Frame, measure: SubtreeMeasure): void {
    if (measure.chars === 0 || measure.chars > 300) return;
    const isByline = frame.suspicion === 'byline' && head.bylines.length < 5;
    const isHeading = frame.name === 'h1' && head.firstHeadings.length < 5;
    const isProperty = TEXT_PROPERTIES.test(frame.itemprop);
    if (!isByline && !isHeading && !isProperty) return;
    const content = textOfChunks(chunks.slice(frame.chunkStart));
    if (isByline) head.bylines.push(content);
    if (isHeading) head.firstHeadings.push(content);
    if (isProperty) noteMicrodata(head, frame.itemprop, content);
  }

  const parser = new Parser({ onopentag: open, ontext: text, onclosetag: close });
  parser.write(html);
  parser.end();
  const title = head.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    html: `<html><head><title>${title}</title></head><body>${chunks.join('')}</body></html>`,
    head,
    textChars: total.chars,
  };
}

function startTag(tag: string, attributes: Readonly<Record<string, string>>): string {
  let result = `<${tag}`;
  for (const key of tag === 'a' ? ['href'] : ['class', 'id', 'role']) {
    const value = attributes[key];
    if (value)
      result += ` ${key}="${value.slice(0, MAX_ATTRIBUTE_CHARS).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return tag === 'br' ? `${result}/>` : `${result}>`;
}

function difference(after: SubtreeMeasure, before: SubtreeMeasure): SubtreeMeasure {
  return {
    chars: after.chars - before.chars,
    linkChars: after.linkChars - before.linkChars,
    longParagraphs: after.longParagraphs - before.longParagraphs,
    bodies: after.bodies - before.bodies,
  };
}

function textOfChunks(chunks: readonly string[]): string {
  const content = chunks.filter((chunk) => !chunk.startsWith('<')).join('');
  return content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}
