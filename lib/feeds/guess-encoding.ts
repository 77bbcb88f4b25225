/** Letters of windows-1256 outside the range that it shares with windows-1251: پ چ ژ گ and ک ں ھ. */
const FAR_ARABIC = new Set([0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9f, 0xaa]);

/**
 * Encoding of bytes that are not UTF-8 and carry no usable declaration. Scripts of their own come in long runs of
 * high bytes, accented Latin letters stand alone. In Arabic and Persian every tenth letter is an alef (0xC7), in
 * Russian that byte is a rare capital.
 */
export function guessEncoding(body: Buffer): 'windows-1252' | 'windows-1256' | 'windows-1251' {
  let runs = 0;
  let high = 0;
  let alefs = 0;
  let cyrillicSmall = 0;
  let isInRun = false;
  for (const byte of body.subarray(0, 200_000)) {
    const isLetter = byte >= 0xc0 || FAR_ARABIC.has(byte);
    if (isLetter) {
      high += 1;
      if (!isInRun) runs += 1;
      if (byte === 0xc7) alefs += 1;
      if (byte >= 0xe0) cyrillicSmall += 1;
    }
    isInRun = isLetter;
  }
  if (runs === 0 || high / runs < 2) return 'windows-1252';
  if (alefs / high > 0.03) return 'windows-1256';
  return cyrillicSmall / high > 0.8 ? 'windows-1251' : 'windows-1256';
}
