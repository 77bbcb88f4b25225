/**
 * Text as it may go to a terminal: without the characters that command it (C0 but line ends and tabs, DEL, C1) and
 * without embeddings and overrides, which turn the direction of a line. Isolates stay: our own tables use them.
 */
export function terminalText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/g, '');
}

/** Text of others inside our isolates, for a terminal: isolates of its own could end ours. */
export function outsidersText(text: string): string {
  return terminalText(text).replace(/[\u2066-\u2069]/g, '');
}
