export interface RepairedDocument {
  /** Begins with the first element; without XML declaration and document type. */
  text: string;
  /** Entities that the document type declares, by name; values as written. */
  entities: ReadonlyMap<string, string>;
  /** As in `ParsedFeed.repairs`. */
  repairs: string[];
}

/** How far into a document its root element may begin. */
const MAX_JUNK_CHARS = 100_000;
const SECTION = '<![CDATA[';
/** Sections whose element closes nowhere: more are no accident; the search for each costs up to the whole document. */
const MAX_STRAY_SECTIONS = 100;
/** More of them are no accident either; the reader takes them for text or for tags without meaning. */
const MAX_MENDED_BRACKETS = 20_000;
const STRAY = new RegExp(
  [
    '<(?![A-Za-z_\\u00c0-\\uffff/!?])',
    '<(?=[A-Za-z_\\u00c0-\\uffff][^<>"\'=]{0,300}<)',
    '</[\\w:.-]{1,80}\\s{0,20}(?=<)',
    '<[A-Za-z][\\w:.-]{0,80}\\s[^<>"\']{0,200}="[^"<>]{0,300}>(?=[^"<]{0,2000}<)',
    '<!\\[CDATA\\[',
    '<!--',
  ].join('|'),
  'g',
);
const ROOT = /<(?:[\w-]{1,40}:)?(?:rss|rdf|feed|entry|channel|urlset|sitemapindex|opml)[\s>/]/i;
const ESCAPED_ROOT = /&lt;(?:\?xml\s|(?:rss|feed|rdf:RDF)[\s&])/i;
/** More text than this before an escaped feed is a page that writes about feeds. */
const MAX_TEXT_BEFORE_ESCAPED = 100;
const PAGE = /<(?:!doctype\s+html|html|head|body)\b/i;
/** `<![cdata[`, `<!CDATA[`, `<[CDATA[`. */
const MISSPELT_SECTION = /<\s?!?\s?\[?\s?cdata\s?\[/gi;
/** What is left of the end of a section that was escaped or lost a character. */
const BROKEN_END = /(?:\]\]\s?(?:&gt;|>)?|\]\s?(?:&gt;|>))\s{0,100}$/;
/** `< title>`, `</ link >`: elements that every feed has. */
const BLANK_IN_TAG =
  /<(\/?)\s{1,3}(?=(?:title|link|guid|pubdate|description|item|entry|id|updated|published|summary|channel)\s{0,3}>)/gi;

/**
 * Mends what keeps an XML reader from a feed: junk before the root, control characters, a second XML declaration,
 * sections that never close or close twice, `<` that opens no tag. Bare ampersands and unclosed tags are left to the reader.
 */
export function repairDocument(source: string): RepairedDocument {
  const repairs: string[] = [];
  let text = source.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '').toWellFormed();
  if (text.length !== source.length) repairs.push('control characters');
  const escaped = startOfEscaped(text);
  if (escaped >= 0) {
    text = unescapeOnce(text.slice(escaped));
    repairs.push('escaped as a whole');
  }
  const start = startOfRoot(text);
  const prolog = start < 0 ? '' : text.slice(0, start);
  const { entities, junk } = readProlog(prolog);
  if (junk) repairs.push('text before the document');
  if (start < 0) return { text, entities, repairs };
  text = text.slice(start);
  const tagged = text.replace(MISSPELT_SECTION, SECTION).replace(BLANK_IN_TAG, '<$1');
  if (tagged !== text) repairs.push('misspelt tags');
  const closed = closeSections(tagged);
  if (closed !== tagged)
    repairs.push(`CDATA section ${closed.length < tagged.length ? 'closed twice' : 'without end'}`);
  const bracketed = escapeStrayBrackets(closed);
  if (bracketed !== closed) repairs.push('bare angle brackets');
  return { text: bracketed, entities, repairs };
}

export function hasFeedRoot(text: string): boolean {
  return ROOT.test(text);
}

/** Where the first element of a feed begins: its root, or an item where the root is lost. */
function startOfRoot(text: string): number {
  const start = text.slice(0, MAX_JUNK_CHARS).search(ROOT);
  if (start >= 0 || PAGE.test(text.slice(0, MAX_JUNK_CHARS))) return start;
  return text.slice(0, MAX_JUNK_CHARS).search(/<item[\s>]/i);
}

/** Where a document begins of which every bracket was escaped, by itself or in a page that shows it. */
function startOfEscaped(text: string): number {
  const start = text.slice(0, MAX_JUNK_CHARS).search(ESCAPED_ROOT);
  const before = start < 0 ? '' : text.slice(0, start);
  const isFirst = before.replace(/<[^<>]*>/g, '').trim().length <= MAX_TEXT_BEFORE_ESCAPED;
  return isFirst && !ROOT.test(before) ? start : -1;
}

function unescapeOnce(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function readProlog(prolog: string): { entities: Map<string, string>; junk: boolean } {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of prolog.matchAll(
    /<!ENTITY\s+([\p{L}_][\p{L}\p{N}_.-]{0,99})\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/gu,
  )) {
    if (!entities.has(name) && entities.size < 1_000) entities.set(name, double ?? single ?? '');
  }
  const rest = prolog
    .replace(/<\?[^<>]*\?>/g, '')
    .replace(/<!--[^<>]*-->/g, '')
    .replace(/<!ENTITY[^<>]*>/g, '')
    .replace(/<!DOCTYPE[^<>]*>/i, '');
  return { entities, junk: rest.trim() !== '' };
}

/**
 * A section that never ends, or only after another has begun, ends where its element closes:
 * `<title><![CDATA[News</title>`.
 */
function closeSections(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let end = -2;
  for (let strays = 0; strays < MAX_STRAY_SECTIONS; ) {
    const open = text.indexOf(SECTION, from);
    if (open < 0) break;
    const body = open + SECTION.length;
    // One that was found further on is still the next; one that was not found never will be.
    if (end !== -1 && end < body) end = text.indexOf(']]>', body);
    const next = text.indexOf(SECTION, body);
    if (end >= 0 && (next < 0 || next > end)) {
      parts.push(withoutEnds(text.slice(from, open)), text.slice(open, end + 3));
      from = end + 3;
      continue;
    }
    const element = /<([\w:.-]{1,80})[^<>]{0,500}>\s{0,50}$/.exec(text.slice(Math.max(0, open - 700), open))?.[1];
    const close = element === undefined ? -1 : text.indexOf(`</${element}`, body);
    if (close < 0 || (end >= 0 && close > end)) {
      if (end < 0) break;
      strays += 1;
      parts.push(withoutEnds(text.slice(from, open)), text.slice(open, end + 3));
      from = end + 3;
      continue;
    }
    parts.push(withoutEnds(text.slice(from, open)), text.slice(open, close).replace(BROKEN_END, ''), ']]>');
    from = close;
  }
  const rest = text.slice(from);
  return parts.join('') + (rest.includes(SECTION) ? rest : withoutEnds(rest));
}

/** XML allows the end of a section nowhere else (§2.4). */
const withoutEnds = (text: string) => text.replaceAll(']]>', '');

/** What ends a section or a comment, in which brackets mean nothing. */
function literalEnd(start: string): string | undefined {
  return start === SECTION ? ']]>' : start === '<!--' ? '-->' : undefined;
}

/** `</title` and `<guid isPermaLink="false>`, whose missing character would swallow what follows. */
function closeTag(tag: string): string {
  return tag.startsWith('</') ? `${tag}>` : `${tag.slice(0, -1)}">`;
}

/** `5 < 6`, `<3` and `a <b and c</title>`: a tag begins with a letter and holds no other `<`. */
function escapeStrayBrackets(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let sectionEnd = 0;
  let mended = 0;
  let isUnclosed = false;
  for (const { index, 0: whole } of text.matchAll(STRAY)) {
    if (index < sectionEnd) continue;
    const mark = literalEnd(whole);
    const end = mark === undefined || (mark === '-->' && isUnclosed) ? undefined : text.indexOf(mark, index);
    if (end !== undefined && (end >= 0 || mark === ']]>')) {
      sectionEnd = end < 0 ? text.length : end;
      continue;
    }
    isUnclosed ||= mark === '-->';
    mended += 1;
    if (mended > MAX_MENDED_BRACKETS) break;
    const isTag = whole.length > 1 && mark === undefined;
    parts.push(text.slice(from, index), isTag ? closeTag(whole) : '&lt;');
    from = index + (isTag ? whole.length : 1);
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}
