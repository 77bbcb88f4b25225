/** Enough of a text to know its letters. */
const SAMPLE_BYTES = 100_000;

/** How much of the high letters a text of this encoding must consist of, to be believed. */
const MULTIBYTE: readonly { encoding: string; usual: RegExp; share: number }[] = [
  { encoding: 'euc-jp', usual: /[\u3041-\u30fe]/g, share: 0.25 },
  { encoding: 'shift_jis', usual: /[\u3041-\u30fe]/g, share: 0.25 },
  { encoding: 'euc-kr', usual: /[\uac00-\ud7a3]/g, share: 0.8 },
  {
    encoding: 'gb18030',
    usual: /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能]/g,
    share: 0.03,
  },
  { encoding: 'big5', usual: /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能]/g, share: 0.03 },
];

/** Letters of windows-1256 outside the range that it shares with windows-1251: پ چ ژ گ and ک ں ھ. */
const FAR_ARABIC = new Set([0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9f, 0xaa]);

/**
 * Encoding of bytes that are not UTF-8 and carry no usable declaration. Scripts of their own come in long runs of
 * high bytes, accented Latin letters stand alone. In Arabic and Persian every tenth letter is an alef (0xC7), in
 * Russian that byte is a rare capital; East Asian texts show by the characters that they cannot do without.
 */
export function guessEncoding(body: Uint8Array): string {
  const sample = body.subarray(0, SAMPLE_BYTES);
  let runs = 0;
  let high = 0;
  let alefs = 0;
  let upperHalf = 0;
  let isInRun = false;
  for (const byte of sample) {
    const isLetter = byte >= 0xc0 || FAR_ARABIC.has(byte);
    if (isLetter) {
      high += 1;
      if (!isInRun) runs += 1;
      if (byte === 0xc7) alefs += 1;
      if (byte >= 0xe0) upperHalf += 1;
    }
    isInRun = isLetter;
  }
  const eastAsian = guessMultibyte(sample);
  if (eastAsian) return eastAsian;
  if (runs === 0 || high / runs < 2) return 'windows-1252';
  if (alefs / high > 0.08) return 'windows-1256';
  // Small letters are most of a text: the upper half in windows-1251, the lower in KOI8-R.
  if (upperHalf / high > 0.8) return 'windows-1251';
  return upperHalf / high < 0.3 && alefs / high < 0.05 ? 'koi8-r' : 'windows-1256';
}

function guessMultibyte(sample: Uint8Array): string | undefined {
  for (const { encoding, usual, share } of MULTIBYTE) {
    const text = new TextDecoder(encoding).decode(sample);
    const letters = text.match(/[^\u0000-\u00ff]/g)?.length ?? 0;
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    if (letters < 8 || broken > letters * 0.02) continue;
    if ((text.match(usual)?.length ?? 0) / letters >= share) return encoding;
  }
  return undefined;
}
