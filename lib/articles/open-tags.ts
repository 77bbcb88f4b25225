import { type TagKind, tagKind } from './tag-kinds.ts';

/** What a page says in reading order, as a tree: every element that opens closes. */
export interface MarkupEvents<Attributes> {
  open(name: string, attributes: Attributes): void;
  /** Without entities; a run of text may come in pieces. */
  text(data: string): void;
  close(name: string): void;
}

/** The elements that are open where a page is being read, and which of them an unclosed one ends. */
export class OpenTags {
  readonly #onClose: (name: string) => void;
  readonly #kinds: TagKind[] = [];
  /** Whether the innermost element is drawing or formula, by the number of open elements. */
  readonly #contexts: TagKind['context'][] = [];
  #forms = 0;

  constructor(onClose: (name: string) => void) {
    this.#onClose = onClose;
  }

  get isForeign(): boolean {
    const context = this.#contexts.at(-1);
    return context === 'svg' || context === 'math';
  }

  /** @returns what opens, undefined for a form inside a form, which nobody opens */
  open(written: string): TagKind | undefined {
    const found = tagKind(written);
    const kind = found.name === 'image' && !this.isForeign ? tagKind('img') : found;
    const { ends } = kind;
    if (kind.name === 'form' && this.#forms > 0) return undefined;
    if (ends) for (let top = this.#kinds.at(-1); top && ends.has(top.name); top = this.#kinds.at(-1)) this.#pop();
    if (!kind.isVoid) this.#push(kind);
    return kind;
  }

  /** Ends the innermost element of this name with all that is open in it. @returns false when none is open */
  close(name: string): boolean {
    let index = this.#kinds.length - 1;
    while (index >= 0 && this.#kinds[index]?.name !== name) index -= 1;
    if (index < 0) return false;
    while (this.#kinds.length > index) this.#pop();
    return true;
  }

  closeAll(): void {
    while (this.#kinds.length > 0) this.#pop();
  }

  /** The page ended inside the start tag of the innermost element: there is none. */
  forgetLast(): void {
    this.#kinds.pop();
    this.#contexts.pop();
  }

  /** Ends an element that closed itself. */
  closeLast(name: string): void {
    if (this.#kinds.at(-1)?.name === name) this.#pop();
  }

  #push(kind: TagKind): void {
    const around = this.#contexts.at(-1);
    const isBackToHtml = kind.name === 'foreignobject' && around === 'svg';
    this.#kinds.push(kind);
    this.#contexts.push(isBackToHtml ? 'html' : (kind.context ?? around));
    if (kind.name === 'form') this.#forms += 1;
  }

  #pop(): void {
    const kind = this.#kinds.pop() as TagKind;
    this.#contexts.pop();
    if (kind.name === 'form') this.#forms -= 1;
    this.#onClose(kind.name);
  }
}
