import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Relevance } from '../classification/classification.ts';
import { UserError } from '../errors.ts';

const GOLD_FOLDER = fileURLToPath(new URL('../../test/fixtures/classification/gold', import.meta.url));

/** A labelled text, one a line of a JSONL file. */
export const GoldLine = z.object({
  id: z.union([z.string().min(1), z.number()]),
  lang: z.string().min(2),
  relevant: z.boolean(),
  outcome: Relevance.optional(),
  title: z.string().default(''),
  text: z.string(),
});
export type GoldLine = z.infer<typeof GoldLine>;

/**
 * @param file the project's own gold set when absent
 * @throws UserError when it cannot be read, naming the line that is none
 */
export function readGold(file: string | undefined): GoldLine[] {
  if (file !== undefined) return readGoldFile(file);
  const names = readdirSync(GOLD_FOLDER).filter((name) => name.endsWith('.jsonl'));
  return names.flatMap((name) => readGoldFile(`${GOLD_FOLDER}/${name}`));
}

function readGoldFile(file: string): GoldLine[] {
  let jsonl: string;
  try {
    jsonl = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(`${file} cannot be read`, 1, { cause });
  }
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [GoldLine.parse(JSON.parse(line))];
    } catch (cause) {
      throw new UserError(`${file}, line ${index + 1}: not a labelled text`, 1, { cause });
    }
  });
}
