import { readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';

/** @throws UserError when it cannot be read */
export function readTextFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
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

const sayCause = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
