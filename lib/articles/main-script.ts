import { isLetter } from './is-letter.ts';

/** Blocks of Unicode in order: the first code unit behind each, and the script whose letters it has. */
const blocks = [
  [0xc0, undefined],
  [0x250, 'latin'],
  [0x370, undefined],
  [0x400, 'greek'],
  [0x530, 'cyrillic'],
  [0x590, undefined],
  [0x600, 'hebrew'],
  [0x780, 'arabic'],
  [0x900, undefined],
  [0x980, 'devanagari'],
  [0x1e00, undefined],
  [0x1f00, 'latin'],
  [0x2000, 'greek'],
  [0x3040, undefined],
  [0x3100, 'kana'],
  [0x3400, undefined],
  [0xa000, 'han'],
  [0xac00, undefined],
  [0xd7b0, 'hangul'],
  [0xfb50, undefined],
  [0xfe00, 'arabic'],
  [0xfe70, undefined],
  [0xff00, 'arabic'],
] as const;

export type Script = Exclude<(typeof blocks)[number][1], undefined>;

/** More text does not change its script. */
const SCRIPT_CHARS = 600;
/** Japanese is recognised by its kana even where most characters are Han. */
const KANA_WEIGHT = 5;

/**
 * The script of the beginning of a text, and how many letters that has.
 *
 * @returns no script where most letters are of one without a name here
 */
export function mainScript(text: string): { script: Script | undefined; letters: number } {
  const counts = new Uint32Array(blocks.length);
  let letters = 0;
  for (let at = 0; at < text.length && at < SCRIPT_CHARS; at += 1) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) continue;
    letters += 1;
    const block = code < ASCII_END ? LATIN : (blockOf[code >> ROW_BITS] ?? OTHERS);
    counts[block] = (counts[block] ?? 0) + 1;
  }
  return { script: commonest(counts), letters };
}

/** Of scripts with as many letters the one whose block comes last: beside another one Latin letters are names and marks. */
function commonest(countsOfBlocks: Uint32Array): Script | undefined {
  const counts = new Map<Script | undefined, number>();
  for (let block = blocks.length - 1; block >= 0; block -= 1) {
    const count = countsOfBlocks[block] ?? 0;
    const script = blocks[block]?.[1];
    if (count > 0) counts.set(script, (counts.get(script) ?? 0) + count * (script === 'kana' ? KANA_WEIGHT : 1));
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most?.[0];
}

const ASCII_END = 0x80;
const LATIN = blocks.findIndex(([, script]) => script === 'latin');
/** Letters behind the last block. */
const OTHERS = 0;
/** Blocks begin and end with rows of sixteen. */
const ROW_BITS = 4;
/** By row. */
const blockOf = Uint8Array.from({ length: 0x10000 >> ROW_BITS }, (_, row) =>
  Math.max(
    OTHERS,
    blocks.findIndex(([end]) => row << ROW_BITS < end),
  ),
);
