/** Stands for `<` inside texts; a private-use character that no sound document holds. */
const HIDDEN = '\ue000';
const SECTION = '<![CDATA[';
const MAX_DEPTH = 50;
const MAX_TAGS = 100_000;
const MAX_TAG_CHARS = 5_000;

/**
 * The document with every `<` that belongs to a text hidden. rss-parser strips tags from each description with an
 * expression whose cost is the square of the length (59 KB of `x<p`: 4.6 s); without `<` it is linear.
 *
 * @returns undefined when a text holds elements that are not escaped, or the document cannot be told apart
 */
export function hideMarkup(text: string): string | undefined {
  if (text.includes(HIDDEN)) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (let open = text.indexOf(SECTION); open >= 0; open = text.indexOf(SECTION, from)) {
    const end = text.indexOf(']]>', open);
    if (end < 0) return undefined;
    const body = text.slice(open + SECTION.length, end);
    parts.push(hideReferences(text.slice(from, open)), SECTION, body.replaceAll('<', HIDDEN), ']]>');
    from = end + 3;
  }
  parts.push(hideReferences(text.slice(from)));
  const hidden = parts.join('');
  // Comments are rare in feeds, and what they hold is anything: the other reader skips them.
  if (hidden.includes('<!--')) return undefined;
  const hasElements = /<(description|summary|content|content:encoded|title)(?:\s[^<>]*)?>[^<]*<(?!\/\1>|!\[CDATA)/.test(
    hidden,
  );
  return hasElements ? undefined : hidden;
}

export function showMarkup(text: string): string {
  return text.replaceAll(HIDDEN, '<');
}

function hideReferences(text: string): string {
  return text.replace(/&(?:lt|#60|#x3c);/gi, HIDDEN);
}

/** Whether every tag is closed by its own name, at a depth and in numbers that a strict parser handles quickly. */
export function isWellNested(hidden: string): boolean {
  const open: string[] = [];
  let tags = 0;
  for (const [tag, isEnd, name = '', isEmpty] of hidden.matchAll(/<(\/?)([\p{L}_][^\s<>/]*)[^<>]*?(\/?)>/gu)) {
    tags += 1;
    if (tags > MAX_TAGS || tag.length > MAX_TAG_CHARS) return false;
    if (isEnd) {
      if (open.pop() !== name) return false;
    } else if (!isEmpty) {
      open.push(name);
      if (open.length > MAX_DEPTH) return false;
    }
  }
  return open.length === 0;
}
