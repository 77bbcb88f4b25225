import { QuoteType, Tokenizer } from 'htmlparser2';

/** Pieces of a document in their order. Names and values are as written; `cdata` is literal text. */
export interface TagListener {
  /** @param markup the tag as written, for elements that are kept as markup */
  open(name: string, attributes: Record<string, string>, isClosed: boolean, markup: string): void;
  close(name: string): void;
  /** References are not decoded. */
  text(raw: string): void;
  cdata(text: string): void;
}

const MAX_ATTRIBUTES = 100;
const MAX_ATTRIBUTE_CHARS = 8_192;

/**
 * Walks over XML without asking whether it is well-formed and without building anything: cost and memory follow the
 * length alone, whatever the depth. Stops early when the listener's `isDone` says so.
 */
export function scanTags(document: string, listener: TagListener, isDone: () => boolean): void {
  let start = 0;
  let name = '';
  let attribute = '';
  let count = 0;
  let attributes: Record<string, string> = {};
  const endTag = (isClosed: boolean, end: number) => {
    const markup = end + 1 - start > MAX_ATTRIBUTE_CHARS ? `<${name}>` : document.slice(start, end + 1);
    listener.open(name, attributes, isClosed, markup);
    if (isDone()) tokenizer.pause();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, to) {
        start = from - 1;
        name = document.slice(from, to);
        attributes = {};
        count = 0;
      },
      onattribname(from, to) {
        attribute = document.slice(from, Math.min(to, from + 200)).toLowerCase();
        count += 1;
      },
      onattribdata(from, to) {
        if (count > MAX_ATTRIBUTES || attribute in attributes) return;
        attributes[attribute] = document.slice(from, Math.min(to, from + MAX_ATTRIBUTE_CHARS));
      },
      onattribend(quote) {
        if (count <= MAX_ATTRIBUTES && quote !== QuoteType.NoValue) attributes[attribute] ??= '';
      },
      onopentagend: (end) => endTag(false, end),
      onselfclosingtag: (end) => endTag(true, end),
      onclosetag: (from, to) => listener.close(document.slice(from, to)),
      ontext: (from, to) => listener.text(document.slice(from, to)),
      oncdata: (from, to, offset) => listener.cdata(document.slice(from, to - offset)),
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      ontextentity() {},
      onattribentity() {},
      onend() {},
    },
  );
  tokenizer.write(document);
  if (!isDone()) tokenizer.end();
}
