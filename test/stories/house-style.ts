/** What other desks do to a text they carry: their own quotation marks, a word here and there, their own letters. */
export function houseStyle(text: string, language: string, at: number): string {
  const quoted = text.replace(/[“”„«»”]/g, '"').replace(/[‘’]/g, "'");
  if (language === 'fa') return persianStyle(quoted, at);
  if (language === 'ar') return quoted.replace(/ي(?=\s)/g, 'ى').replace(/[أإ]/g, 'ا');
  const words = quoted.split(' ');
  // One word in fifty is left out, as editing does.
  return words.filter((_, place) => place % 50 !== Math.floor(at * 50)).join(' ');
}

/** Half-spaces left out or made whole, Arabic letters, digits of the other script. */
function persianStyle(text: string, at: number): string {
  const spaced = at < 0.5 ? text.replaceAll('\u200c', ' ') : text.replaceAll('\u200c', '');
  return spaced
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0));
}
