import type { z } from 'zod';
import { parseJson } from './parse-json.ts';
import { readTextFile } from './text-file.ts';

/**
 * One value a line; blank lines are passed over.
 *
 * @throws UserError when the file cannot be read, or a line does not fit the schema; it names the line
 */
export function readJsonLines<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  return readTextFile(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseJson(schema, line, `${file}, line ${index + 1}`)]));
}
