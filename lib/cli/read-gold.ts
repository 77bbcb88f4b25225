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
  /** BCP 47, or "und". */
  lang: z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'write the code of the language, such as "en" or "fa"'),
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
 * What an export of readers' labels repeats counts once: a text that counts twice makes the intervals too narrow.
 *
 * @param file the project's own gold set when absent
 * @throws UserError when it cannot be read, naming the line that is none; when it holds none, labels one text both ways, or
 *   gives one id to two texts
 */
export function readGold(file: string | undefined): GoldLine[] {
  if (file !== undefined) return distinct(readJsonLines(file, GoldLine), file);
  const names = readdirSync(GOLD_FOLDER).filter((name) => name.endsWith('.jsonl'));
  return names.flatMap((name) => readJsonLines(`${GOLD_FOLDER}/${name}`, GoldLine));
}

function distinct(lines: GoldLine[], file: string): GoldLine[] {
  if (lines.length === 0) {
    throw new UserError(`${file}: holds no labelled text; each line is {"id", "lang", "relevant", "title", "text"}`);
  }
  const [byId, byText] = [new Map<string, GoldLine>(), new Map<string, GoldLine>()];
  return lines.filter((line) => {
    const [id, text] = [String(line.id), `${line.title}\n${line.text}`];
    const [sameId, sameText] = [byId.get(id), byText.get(text)];
    for (const same of [sameId, sameText]) if (same) refuseUnlike(line, same, file);
    byId.set(id, line);
    byText.set(text, line);
    return sameId === undefined;
  });
}

function refuseUnlike(line: GoldLine, same: GoldLine, file: string): void {
  const ids = String(line.id) === String(same.id) ? line.id : `one text, as ${same.id} and as ${line.id},`;
  if (line.relevant !== same.relevant) {
    throw new UserError(`${file}: ${ids} is labelled relevant and not relevant; leave one of the two lines`);
  }
  if (line.title !== same.title || line.text !== same.text) {
    throw new UserError(`${file}: two texts have the id ${line.id}; give each its own`);
  }
}
