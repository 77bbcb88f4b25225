/**
 * Text in Unicode NFC without control characters (but line breaks), lone surrogates and directional overrides. The
 * joiners of Persian and Indic writing (ZWNJ, ZWJ) stay.
 */
export function storableText(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
      '',
    )
    .normalize('NFC');
}
