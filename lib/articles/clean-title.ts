const MAX_CHARS = 300;
const separators = /\s+(?:[|·•»«–—-]|::)\s+|\s*[|»]\s*/;

/**
 * A headline without the site's name before or after it.
 *
 * @param siteName as the page gives it
 * @param host of the page: "example" of www.example.org counts as a site's name too
 * @returns undefined when nothing is left that can be a headline
 */
export function cleanTitle(value: string, siteName: string | undefined, host: string): string | undefined {
  let title = value.replace(/\s+/g, ' ').trim();
  const names = [siteName, host.replace(/^www\./, ''), ...host.split('.')].flatMap((name) =>
    name ? [fold(name)] : [],
  );
  for (const atEnd of [true, false]) {
    const parts = title.split(separators);
    const outer = atEnd ? parts.at(-1) : parts[0];
    if (parts.length < 2 || !outer || !isName(fold(outer), names)) continue;
    const index = atEnd ? title.lastIndexOf(outer) : outer.length;
    title = (atEnd ? title.slice(0, index) : title.slice(index)).replace(/^[\s|·•»«–—:-]+|[\s|·•»«–—-]+$/g, '');
  }
  // "Site :: Section :: Headline"
  const levels = title.split(/\s+::\s+/);
  title = levels.reduce((longest, level) => (level.length > longest.length ? level : longest));
  if (title.length < 3 || isName(fold(title), names)) return undefined;
  return title.length > MAX_CHARS ? `${title.slice(0, MAX_CHARS - 1).trimEnd()}…` : title;
}

function isName(folded: string, names: readonly string[]): boolean {
  return folded.length > 2 && names.includes(folded);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
