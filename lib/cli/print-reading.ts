import type { Article } from '../articles/article.ts';
import type { AccountedReading, ReadingAccount } from '../articles/reading-account.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { sayReason } from './say-reason.ts';

const NAME_WIDTH = 13;

/**
 * Prints what was read of one page and why: each value with its source, the reader, what was left out, the text.
 *
 * @param facts of how the page was come by, printed first; in JSON under their names
 * @throws UserError when the page holds no article, after the account of it was printed
 */
export function printReading(
  name: string,
  reading: AccountedReading,
  facts: Readonly<Record<string, string | number | undefined>>,
  options: { json?: boolean | undefined },
  io: CommandIo,
): void {
  const { account } = reading;
  if (options.json) {
    const { status: _, ...unreadable } = reading;
    const article = reading.status === 'read' ? reading.article : unreadable;
    io.stdout(JSON.stringify({ ...facts, status: reading.status, ...article, account }, null, 2));
  } else {
    const lines = Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [line(key, value)]));
    if (reading.status === 'read') lines.push(...articleLines(reading.article));
    if (account) lines.push(...accountLines(account));
    if (reading.status === 'read') lines.push('', reading.article.text);
    if (lines.length > 0) io.stdout(lines.join('\n'));
  }
  if (reading.status === 'unreadable') {
    throw new UserError(`${name}: ${sayReason(reading.reason, reading.detail)}`);
  }
}

function articleLines({ text, links, sources, ...values }: Article): string[] {
  const lines = Object.entries(values).map(([key, value]) => line(key, value ?? '', sources[key]));
  const paragraphs = text.split('\n\n').length;
  lines.push(line('text', `${text.length} characters, ${paragraphs} paragraphs`, sources.text));
  lines.push(line('links', `${links.length} to other hosts`));
  return [...lines, ...links.map((link) => `${' '.repeat(NAME_WIDTH)} ${link}`)];
}

function accountLines({ reader, why, cleaning, blocksFound, blocksKept, pageChars }: ReadingAccount): string[] {
  const { elements, leftOut, takenBack, takenBackChars, textChars } = cleaning;
  return [
    line('reader', `${reader}: ${why}`),
    line('page', `${pageChars} characters, ${elements} elements, ${textChars} characters of text after cleaning`),
    line('left out', `${leftOut} scripts, styles, media, menus and captions`),
    line('taken back', `${takenBack} parts by their names, ${takenBackChars} characters`),
    line('blocks', `${blocksKept} kept of ${blocksFound} that the reader found`),
  ];
}

function line(name: string, value: string | number, source?: string): string {
  return `${name.padEnd(NAME_WIDTH)} ${value}${source ? `  (${source})` : ''}`;
}
