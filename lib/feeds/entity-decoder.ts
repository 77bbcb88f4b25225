import { decodeHTMLStrict } from 'entities';

/** Characters that the entities of one document may grow to in all. */
const EXPANSION_BUDGET = 2_000_000;

export type EntityDecoder = (text: string) => string;

const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[\p{L}_][\p{L}\p{N}_.-]{0,99};)/iu;
const NAMED = /&([\p{L}_][\p{L}\p{N}_.-]{0,99});/gu;
const AMPERSANDS = 'bare ampersands';
const ENTITIES = 'undeclared entities';
const XML_NAMES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * Decodes the references of XML text once. HTML's names count as declared, because publishers use them so; a bare
 * ampersand and an unknown name stay as they are. Entities of the document's own DTD are replaced one level deep.
 *
 * @param repairs gets what had to be mended, as in `ParsedFeed.repairs`
 */
export function createEntityDecoder(declared: ReadonlyMap<string, string>, repairs: Set<string>): EntityDecoder {
  let left = EXPANSION_BUDGET;
  return (text) => {
    if (!text.includes('&')) return text;
    noteFaults(text, declared, repairs);
    const expanded =
      declared.size === 0
        ? text
        : text.replace(NAMED, (whole, name: string) => {
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

function noteFaults(text: string, declared: ReadonlyMap<string, string>, repairs: Set<string>): void {
  if (!repairs.has(AMPERSANDS) && BARE_AMPERSAND.test(text)) repairs.add(AMPERSANDS);
  if (repairs.has(ENTITIES)) return;
  for (const [, name = ''] of text.matchAll(NAMED)) {
    if (XML_NAMES.has(name) || declared.has(name)) continue;
    repairs.add(ENTITIES);
    return;
  }
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
