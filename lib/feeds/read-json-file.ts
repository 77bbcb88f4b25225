import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InvalidInputError } from '../errors.ts';

/** A configuration file's content, with its name as a person writes it. */
export interface JsonFile {
  name: string;
  content: unknown;
}

/** @throws InvalidInputError naming the file when it cannot be read or is not JSON */
export async function readJsonFile(path: string | URL): Promise<JsonFile> {
  const name = path instanceof URL ? fileURLToPath(path) : path;
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new InvalidInputError(`${name}: cannot be read; check the path (${cause.message})`, { cause });
  });
  try {
    return { name, content: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (cause) {
    throw new InvalidInputError(`${name}: is not JSON; mend it (${(cause as Error).message})`, { cause });
  }
}
