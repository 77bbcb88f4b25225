/**
 * An address that may stand in `href`: absolute, http(s), without a user name, in the form the URL parser gives it
 * (so without spaces, quotes, angle brackets or control characters).
 *
 * @returns undefined for anything else; show the text without a link then
 */
export function safeLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  // The parser leaves these in queries and fragments; the text part must not break at them either.
  return url.href.replace(/['"<>`\s\\^{|}]/g, (character) => encodeURIComponent(character).replace("'", '%27'));
}
