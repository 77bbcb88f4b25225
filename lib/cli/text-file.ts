import { readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';

const STANDARD_INPUT = 0;

/** Without a byte order mark.  @throws UserError when it cannot be read, or is no text in UTF-8 */
export function readTextFile(file: string): string {
  const bytes = readBytes(file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below. Read all the same, letters of another encoding would be others.
  }
  throw new UserError(`${file === '-' ? 'standard input' : file}: is no text in UTF-8; save it in UTF-8`);
}

/** @param file `-` is standard input  @throws UserError when it cannot be read */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? STANDARD_INPUT : file);
  } catch (cause) {
    throw new UserError(`${file} cannot be read: ${sayCause(cause)}`, 1, { cause });
  }
}

/** @throws UserError when it cannot be written */
export function writeTextFile(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    throw new UserError(`${file} cannot be written: ${sayCause(cause)}`, 1, { cause });
  }
}

const KNOWN_CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder; give a file',
  EACCES: 'you may not; look at its permissions',
};

function sayCause(cause: unknown): string {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return KNOWN_CAUSES[code] ?? message;
}
