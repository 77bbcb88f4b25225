import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Relevance, Theme } from '../classification/classification.ts';
import { UserError } from '../errors.ts';
import { readJsonLines } from './read-json-lines.ts';

const GOLD_FOLDER = fileURLToPath(new URL('../../test/fixtures/classification/gold', import.meta.url));

/** A labelled text, one a line of a JSONL file. */
export const GoldLine = z.object({
  id: z.union([z.string().min(1), z.number()]),
  lang: z.string().min(2),
  relevant: z.boolean(),
  outcome: Relevance.optional(),
  /** What a relevant one is about; absent where nobody said. */
  themes: z.array(Theme).optional(),
  title: z.string().default(''),
  text: z.string(),
  /** The anniversary that the text speaks of, and how many it says were killed, as written. Null where it says none. */
  ordinal: z.number().nullish(),
  victimFigure: z.string().nullish(),
});
export type GoldLine = z.infer<typeof GoldLine>;

/**
 * @param file the project's own gold set when absent
 * @throws UserError when it cannot be read, naming the line that is none; when it holds none, or labels one id both ways
 */
export function readGold(file: string | undefined): GoldLine[] {
  if (file !== undefined) return checked(readJsonLines(file, GoldLine), file);
  const names = readdirSync(GOLD_FOLDER).filter((name) => name.endsWith('.jsonl'));
  return names.flatMap((name) => readJsonLines(`${GOLD_FOLDER}/${name}`, GoldLine));
}

function checked(lines: GoldLine[], file: string): GoldLine[] {
  if (lines.length === 0) {
    throw new UserError(`${file}: holds no labelled text; each line is {"id", "lang", "relevant", "title", "text"}`);
  }
  const labels = new Map<GoldLine['id'], boolean>();
  for (const { id, relevant } of lines) {
    if (labels.get(id) === !relevant) throw new UserError(`${file}: ${id} is labelled relevant and not relevant`);
    labels.set(id, relevant);
  }
  return lines;
}
