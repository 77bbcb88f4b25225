import { MAX_ITEMS } from './raw-feed.ts';

/** Deeper JSON is no feed. */
const MAX_DEPTH = 200;

const BLANKS = /[\s\ufeff]*/y;
const BARE = /[^\s,:"'{}[\]]+/y;
/** What follows the end of a text: a comma with a value or name behind it, a colon, a bracket, the end, or a name. */
const AFTER_TEXT =
  /\s*(?:$|[:}\]]|\/[/*]|,\s*(?:$|["'{}[\]/]|[-+.\d]|(?:true|false|null|undefined|NaN)\b|[\w$]{1,60}\s*:)|["']?[\w$]{1,60}["']?\s*:)/y;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** The value of what began, and whether its end is missing. */
interface Found {
  value: unknown;
  isCut: boolean;
}

/**
 * Reads JSON as people write it by hand: single quotation marks or none around names, comments, commas missing or too
 * many, line breaks and quotation marks inside texts, numbers and words that JSON does not have. Each character is
 * looked at a few times at most.
 */
export class LooseJsonReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): Found {
    this.skipBlanks();
    const char = this.text[this.at];
    if (char === undefined) return { value: undefined, isCut: true };
    if (char === '{') return this.readNested(() => this.readObject());
    if (char === '[') return this.readNested(() => this.readList());
    if (char === '"' || char === "'") return this.readText(char);
    return this.readBare();
  }

  private readNested(read: () => Found): Found {
    this.at += 1;
    // As if it ended here: nothing of it is wanted.
    if (this.depth >= MAX_DEPTH) this.at = this.text.length;
    this.depth += 1;
    const found = read();
    this.depth -= 1;
    return found;
  }

  private readObject(): Found {
    const value: Record<string, unknown> = {};
    for (;;) {
      this.skipBlanks();
      const char = this.text[this.at];
      if (char === undefined) return { value, isCut: true };
      this.at += 1;
      if (char === '}') return { value, isCut: false };
      if (char === ']' || char === ',' || char === ':') continue;
      this.at -= 1;
      const name = this.read();
      this.skipBlanks();
      if (this.text[this.at] !== ':') continue;
      this.at += 1;
      const member = this.read();
      // Half a text is no text; half a list has whole members.
      if (!member.isCut || typeof member.value === 'object') define(value, String(name.value), member.value);
    }
  }

  private readList(): Found {
    const value: unknown[] = [];
    for (;;) {
      this.skipBlanks();
      const char = this.text[this.at];
      if (char === undefined) return { value, isCut: true };
      if (char === ']' || char === ',' || char === ':') {
        this.at += 1;
        if (char === ']') return { value, isCut: false };
        continue;
      }
      // The bracket of the object around it: the list was never closed.
      if (char === '}') return { value, isCut: false };
      const member = this.read();
      if (!member.isCut) value.push(member.value);
      // As if it ended here, too: no more are wanted.
      if (value.length > MAX_ITEMS) this.at = this.text.length;
    }
  }

  private readText(quote: string): Found {
    const parts: string[] = [];
    let from = this.at + 1;
    for (let at = from; at < this.text.length; at += 1) {
      const char = this.text[at];
      if (char === '\\') {
        const { value, length } = readEscape(this.text, at + 1);
        parts.push(this.text.slice(from, at), value);
        at += length;
        from = at + 1;
      } else if (char === quote && this.endsAt(at + 1)) {
        parts.push(this.text.slice(from, at));
        this.at = at + 1;
        return { value: parts.join(''), isCut: false };
      }
    }
    this.at = this.text.length;
    return { value: '', isCut: true };
  }

  private endsAt(at: number): boolean {
    AFTER_TEXT.lastIndex = at;
    return AFTER_TEXT.test(this.text);
  }

  private readBare(): Found {
    BARE.lastIndex = this.at;
    const word = BARE.exec(this.text)?.[0] ?? '';
    this.at += Math.max(word.length, 1);
    if (word in WORDS) return { value: WORDS[word], isCut: false };
    const number = Number(word);
    return { value: word === '' || Number.isNaN(number) ? word : number, isCut: false };
  }

  /** White space and comments. */
  private skipBlanks(): void {
    for (;;) {
      BLANKS.lastIndex = this.at;
      BLANKS.test(this.text);
      this.at = BLANKS.lastIndex;
      const mark = this.text.startsWith('//', this.at) ? '\n' : this.text.startsWith('/*', this.at) ? '*/' : undefined;
      if (mark === undefined) return;
      const end = this.text.indexOf(mark, this.at + 2);
      this.at = end < 0 ? this.text.length : end + mark.length;
    }
  }
}

/** As `JSON.parse` does: a name such as `__proto__` is a name like any other. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/** @returns the character and how much of the text behind the backslash stood for it */
function readEscape(text: string, at: number): { value: string; length: number } {
  const char = text[at] ?? '';
  const digits = char === 'u' ? text.slice(at + 1, at + 5) : char === 'x' ? text.slice(at + 1, at + 3) : '';
  if (/^(?:[\da-f]{4}|[\da-f]{2})$/i.test(digits)) {
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 1 + digits.length };
  }
  return { value: SHORT_ESCAPES[char] ?? char, length: 1 };
}
