const LETTER = /\p{L}/u;

/** Whether a UTF-16 code unit is a letter; most text is ASCII, and is told without a pattern. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return LETTER.test(String.fromCharCode(code));
}
