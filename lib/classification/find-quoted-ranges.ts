/** What stands between quotation marks. Offsets are UTF-16 code units into the original, the marks left out. */
export interface QuotedRange {
  start: number;
  end: number;
  /** The place of the quotation around it in the list; absent at the outermost level. */
  parent?: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '「': '」',
};
const CLOSERS = '”»’›」"';
/** A quotation that is never closed ends here, wherever the next one begins. */
const MOST_CHARS = 4000;
const MOST_DEPTH = 3;

interface Open {
  mark: string;
  start: number;
  place: number;
}

/**
 * The quotations of a text in the order in which they open, nested ones with the one around them.
 *
 * A quotation that each paragraph opens anew and only the last one closes is one; what no mark closes ends with its
 * paragraph. Works for “ ”, „ “, « », » «, ‘ ’ and straight double marks.
 */
export function findQuotedRanges(original: string): QuotedRange[] {
  const found: QuotedRange[] = [];
  const open: Open[] = [];
  const close = (end: number) => {
    const last = open.pop();
    const range = last && found[last.place];
    if (range) range.end = end;
  };
  const start = (mark: string, at: number) => {
    const parent = open.at(-1)?.place;
    found.push({ start: at + 1, end: at + 1, ...(parent !== undefined && { parent }) });
    open.push({ mark, start: at, place: found.length - 1 });
  };
  for (const { 0: mark, index } of original.matchAll(/[“”„«»‘’‚‹›「」"\n]/g)) {
    while (open.length > 0 && index - (open[0]?.start ?? 0) > MOST_CHARS) close(index);
    if (mark === '\n') {
      closeParagraph(original, index, open, close);
      continue;
    }
    const last = open.at(-1);
    if (last && closes(mark, last.mark)) {
      if ((mark === '’' || mark === '‘') && isInsideWord(original, index)) continue;
      close(index);
    } else if (last && mark === last.mark && isLineStart(original, index)) {
      // The same quotation goes on in a new paragraph.
    } else if (open.length < MOST_DEPTH && opens(original, mark, index, last)) start(mark, index);
    else if (last && open.length > 1 && closes(mark, open[0]?.mark ?? '')) {
      // An inner quotation that was never closed.
      while (open.length > 0) close(index);
    }
  }
  while (open.length > 0) close(original.length);
  return found;
}

function closeParagraph(original: string, index: number, open: readonly Open[], close: (end: number) => void): void {
  const outer = open[0];
  if (!outer) return;
  const rest = original.slice(index, index + 4).trimStart();
  if (rest === '' && index + 4 < original.length) return;
  if (outer.mark !== '"' && rest.startsWith(outer.mark)) return;
  // A line within a quotation that the next paragraphs close, or open anew, belongs to it.
  if (outer.mark !== '"' && goesOn(original, index, outer.mark)) return;
  for (let depth = open.length; depth > 0; depth -= 1) close(index);
}

/** Whether the quotation's closing mark comes before another opening one, within the next paragraph. */
function goesOn(original: string, from: number, mark: string): boolean {
  const ahead = original.slice(from, from + 1200);
  const closing = ahead.search(new RegExp(`[${PAIRS[mark] ?? CLOSERS}]`, 'u'));
  const opening = ahead.indexOf(mark);
  return (
    closing >= 0 &&
    (opening < 0 || closing < opening || /^\s*$/.test(ahead.slice(ahead.lastIndexOf('\n', opening), opening)))
  );
}

const closes = (mark: string, opener: string) =>
  opener === '»' ? mark === '«' : opener === '”' ? mark === '”' : (PAIRS[opener] ?? opener).includes(mark);

function opens(original: string, mark: string, index: number, last: Open | undefined): boolean {
  if (mark === '"') return last === undefined;
  if (mark === '‘') return !/[\p{L}\p{Nd}]/u.test(original.charAt(index - 1));
  if (mark in PAIRS) return true;
  // »so« in German and Danish, ”så” in Swedish and Finnish.
  return (
    (mark === '»' || mark === '”') &&
    last === undefined &&
    /[^\p{L}\p{Nd}\p{P}]|^$/u.test(original.charAt(index - 1)) &&
    /[\p{L}\p{Nd}]/u.test(original.charAt(index + 1))
  );
}

function isInsideWord(original: string, index: number): boolean {
  return /\p{L}/u.test(original.charAt(index - 1)) && /\p{L}/u.test(original.charAt(index + 1));
}

function isLineStart(original: string, index: number): boolean {
  for (let i = index - 1; i >= 0; i -= 1) {
    const character = original.charAt(i);
    if (character === '\n') return true;
    if (!/\s/.test(character)) return false;
  }
  return true;
}
