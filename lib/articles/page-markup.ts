/** The attributes that Readability weighs, and the targets of links. */
const LINK_ATTRIBUTES = ['href'];
const OTHER_ATTRIBUTES = ['class', 'id', 'role'];

/** A start tag with the attributes that a reader needs; a void element closes itself. */
export function startTag(tag: string, attributes: Readonly<Record<string, string>>): string {
  let result = `<${tag}`;
  for (const key of tag === 'a' ? LINK_ATTRIBUTES : OTHER_ATTRIBUTES) {
    const value = attributes[key];
    if (value) result += ` ${key}="${escapeMarkup(value).replaceAll('"', '&quot;')}"`;
  }
  return tag === 'br' ? `${result}/>` : `${result}>`;
}

export function escapeMarkup(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

/** The text of written chunks, each of them one tag or one escaped text. */
export function textOfChunks(chunks: readonly string[]): string {
  const content = chunks.filter((chunk) => !chunk.startsWith('<')).join('');
  return content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}
