const MAX_CHARS = 120;
const before =
  /^\s*(?:(?:written|posted|published|publicado|escrito|veröffentlicht|publié|pubblicato|reported|reporting|story|words|text|photos?)\s+)?(?:by|von|par|por|di|av|door|af|tekst|text|текст|autor|auteur|author|نویسنده|بقلم|كتب)(?:\s*:\s*|\s+)/i;
const after =
  /\s*(?:[|•·].*|,?\s*(?:updated|published|posted|on\s+\w+day|\d{1,2}[./ :]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2}).*)$/i;
const nobody =
  /^(?:admin|administrator|editor|staff|author|user|guest|unknown|none|null|undefined|by|website|webmaster|root|staff directory|our staff|contact)$/i;

/** Names as a reader would write them, "By" and the date around them left out. @returns undefined for addresses, accounts and long text */
export function cleanAuthor(value: string): string | undefined {
  const name = value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s,;|–—-]+|[\s,;|–—-]+$/g, '')
    .replace(before, '')
    .replace(after, '')
    .trim();
  if (name.length < 2 || name.length > MAX_CHARS || nobody.test(name)) return undefined;
  if (/https?:|www\.|@|[<>{}]|\b(image|photo|picture|foto)\s*:/i.test(name) || !/\p{L}{2}/u.test(name))
    return undefined;
  // A sentence is a biography, not a name.
  return name.split(' ').length > 16 || /[.!?]\s+\p{Lu}\p{L}+ \p{Ll}+ \p{Ll}+/u.test(name) ? undefined : name;
}
