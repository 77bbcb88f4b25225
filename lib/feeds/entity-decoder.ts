import { decodeHTMLStrict } from 'entities';

/** Characters that the entities of one document may grow to in all. */
const EXPANSION_BUDGET = 2_000_000;

export type EntityDecoder = (text: string) => string;

/**
 * Decodes the references of XML text once. HTML's names count as declared, because publishers use them so; a bare
 * ampersand and an unknown name stay as they are. Entities of the document's own DTD are replaced one level deep.
 */
export function createEntityDecoder(declared: ReadonlyMap<string, string>): EntityDecoder {
  let left = EXPANSION_BUDGET;
  return (text) => {
    if (!text.includes('&')) return text;
    const expanded =
      declared.size === 0
        ? text
        : text.replace(/&([\p{L}_][\p{L}\p{N}_.-]{0,99});/gu, (whole, name: string) => {
            const value = declared.get(name);
            if (value === undefined || value.length > left) return whole;
            left -= value.length;
            return value;
          });
    return decodeHTMLStrict(joinSurrogates(expanded)).replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      '',
    );
  };
}

/** An emoji written as two references, one for each half: `&#55357;&#56832;`. */
function joinSurrogates(text: string): string {
  const joined = text.replace(
    /&#(x[0-9a-f]{4}|\d{5});&#(x[0-9a-f]{4}|\d{5});/gi,
    (whole, high: string, low: string) => {
      const [first, second] = [high, low].map((digits) => Number(digits.replace(/^x/i, '0x'))) as [number, number];
      const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
      return isPair ? String.fromCharCode(first, second) : whole;
    },
  );
  // A half alone is no character.
  return joined.replace(/&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|[67]\d{3}));/gi, '');
}
