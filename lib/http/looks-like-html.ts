/** How many of the first bytes are looked at; more than the comments that templates begin with. */
export const SNIFFED_BYTES = 1_024;

const BEGINNING =
  /^(?:\s|<!--(?:(?!-->)[\s\S]){0,900}(?:-->|$)|<\?xml[^<>]{0,200}>)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|article|section|main|header|table|h1|p|br|a|b|iframe|font)[\s>/]/i;

/**
 * Whether a body of which the server does not say the type begins as a web page.
 *
 * @see https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
 */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SNIFFED_BYTES)).toString(
    'latin1',
  );
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  // Every second byte of UTF-16 is none of the alphabet's.
  const isWide = head !== text && text.includes('\u0000');
  return BEGINNING.test(isWide ? text.replaceAll('\u0000', '') : text);
}
