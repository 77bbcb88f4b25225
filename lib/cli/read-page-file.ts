import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { UserError } from '../errors.ts';

/**
 * The bytes of a saved page, unpacked where its name ends in .gz.
 *
 * @throws UserError when there is no such file, or its gzip is broken
 */
export async function readPageFile(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw new UserError('is a folder; use --pages DIR --out FILE');
    const bytes = await readFile(path);
    return /\.gz$/i.test(path) ? new Uint8Array(await promisify(gunzip)(bytes)) : new Uint8Array(bytes);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(`${path}: ${code === 'ENOENT' ? 'no such file' : message}`, 1, { cause });
  }
}
