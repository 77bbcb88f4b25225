import { readFileSync } from 'node:fs';
import { InvalidInputError } from '../errors.ts';
import { repeatedKey } from './repeated-key.ts';

const KNOWN_CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder; give a file',
  EACCES: 'may not be read; look at its permissions',
};

/**
 * What a JSON file that people edit holds; a byte order mark is passed over.
 *
 * @throws InvalidInputError when it cannot be read, is no JSON, or names one entry twice
 */
export function readConfigJson(path: string): unknown {
  try {
    const json = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    if (json.trim() === '') throw new InvalidInputError(`${path}: is empty`);
    const data: unknown = JSON.parse(json);
    const twice = repeatedKey(json);
    if (twice === undefined) return data;
    throw new InvalidInputError(`${path}: ${twice} stands twice, and only the last would count; join the two`);
  } catch (cause) {
    if (cause instanceof InvalidInputError) throw cause;
    if (cause instanceof SyntaxError) throw new InvalidInputError(`${path}: is no JSON: ${cause.message}`, { cause });
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new InvalidInputError(`${path}: ${KNOWN_CAUSES[code] ?? message}`, { cause });
  }
}
