const LETTER = /\p{L}/u;
const [UNKNOWN, YES, NO] = [0, 1, 2];
/** By UTF-16 code unit, as far as one was asked for: a pattern for each letter of a text is slow. */
const answers = new Uint8Array(0x10000);

/** Whether a UTF-16 code unit is a letter. */
export function isLetter(code: number): boolean {
  const answer = answers[code] ?? NO;
  return answer === UNKNOWN ? learn(code) : answer === YES;
}

function learn(code: number): boolean {
  const is = LETTER.test(String.fromCharCode(code));
  answers[code] = is ? YES : NO;
  return is;
}
