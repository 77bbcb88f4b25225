import { withoutUnseen } from '../digest/display-text.ts';

/**
 * Text as it may go to a terminal: without the characters that command it (C0 but line ends and tabs, DEL, C1) and
 * without embeddings and overrides, which turn the direction of a line. Isolates stay: our own tables use them.
 */
export function terminalText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/g, '');
}

/**
 * Text of others inside our isolates, for a terminal: isolates of its own could end ours, a return writes over the line,
 * and marks piled on a letter climb over the lines around.
 */
export function outsidersText(text: string): string {
  return withoutUnseen(text.replace(/\r/g, ' '));
}
