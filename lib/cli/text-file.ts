import { readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';

const STANDARD_INPUT = 0;

/** Without a byte order mark.  @throws UserError when it cannot be read */
export const readTextFile = (file: string): string =>
  readBytes(file)
    .toString('utf8')
    .replace(/^\uFEFF/, '');

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
