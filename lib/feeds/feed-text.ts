import { Parser } from 'htmlparser2';

/** What a message to read-article carries at most, in UTF-16 code units. */
const MAX_CHARS = 32_000;

/** Elements that end a line of text. */
const BLOCKS = new Set(
  `p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr td th section article header footer aside
  figure figcaption`.split(/\s+/),
);
const UNREAD = new Set(['script', 'style', 'template', 'iframe', 'svg']);

/** The readable text of a feed's summary or content, which may be text or HTML; paragraphs separated by a blank line. */
export function feedText(markup: string): string {
  let text = '';
  let unread = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (UNREAD.has(name)) unread += 1;
      if (BLOCKS.has(name)) text += '\n\n';
    },
    ontext(data) {
      if (unread === 0 && text.length < MAX_CHARS * 2) text += data;
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread -= 1;
      if (BLOCKS.has(name)) text += '\n\n';
    },
  });
  parser.end(markup);
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  return paragraphs.filter(Boolean).join('\n\n').slice(0, MAX_CHARS).toWellFormed();
}
