const words = (list: string): string[] => list.split(' ');

/** How the tokenizer and the tree rules of the HTML standard treat an element; as htmlparser2 has them. */
export interface TagKind {
  name: string;
  /** Never holds anything. */
  isVoid: boolean;
  /** Names of open elements that end where this one begins. */
  ends: ReadonlySet<string> | undefined;
  /** What it holds is text up to its own end tag (to the end of the page for `plaintext`), with or without entities. */
  holds: 'markup' | 'text' | 'text with entities' | 'rest of the page';
  /** svg and math bring their own rules; some elements in them, and `title`, bring those of HTML back. */
  context: 'svg' | 'math' | 'html' | undefined;
}

const kinds = new Map<string, TagKind>();
const NOTHING_ELSE = { isVoid: false, ends: undefined, holds: 'markup', context: undefined } as const;

function note(names: string, facts: Partial<TagKind>): void {
  for (const name of words(names)) kinds.set(name, { ...NOTHING_ELSE, ...kinds.get(name), ...facts, name });
}

const ending = (names: string) => ({ ends: new Set(words(names)) });

note('html head span b i em strong u small font time picture path g use', {});
note('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr', {
  isVoid: true,
});
note(
  'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
  ending('p'),
);
note('h1 h2 h3 h4 h5 h6', ending('h1 h2 h3 h4 h5 h6 p'));
note('tr', ending('tr th td'));
note('th', ending('th'));
note('td', ending('thead th td'));
note('body', ending('head link script'));
note('a', ending('a'));
note('li', ending('li'));
note('select input output button datalist textarea', ending('input option optgroup select button datalist textarea'));
note('option', ending('option'));
note('optgroup', ending('optgroup option'));
note('dd dt', ending('dd dt'));
note('rt rp', ending('rt rp'));
note('tbody tfoot', ending('thead tbody'));
note('script style iframe noembed noframes xmp', { holds: 'text' });
note('title textarea', { holds: 'text with entities' });
note('plaintext', { holds: 'rest of the page' });
note('svg', { context: 'svg' });
note('math', { context: 'math' });
note('mi mo mn ms mtext annotation-xml desc title', { context: 'html' });

/** @param name in any case */
export function tagKind(name: string): TagKind {
  const kind = kinds.get(name);
  if (kind) return kind;
  const lower = name.toLowerCase();
  return kinds.get(lower) ?? { ...NOTHING_ELSE, name: lower };
}
