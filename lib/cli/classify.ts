import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Classification } from '../classification/classification.ts';
import { classify } from '../classification/classify.ts';
import { type CompiledLexicon, compileLexicon } from '../classification/compile-lexicon.ts';
import { type CompiledNames, compileNames } from '../classification/compile-names.ts';
import type { Facts } from '../classification/facts.ts';
import { findFacts } from '../classification/find-facts.ts';
import { readLexicon } from '../classification/lexicon.ts';
import { readNames } from '../classification/names.ts';
import { UserError } from '../errors.ts';
import { printClassification } from './print-classification.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readText } from './read-text.ts';
import { writeTextFile } from './text-file.ts';
import { type TrySecondOpinionNeeds, trySecondOpinion } from './try-second-opinion.ts';

export interface ClassifyOptions {
  /** What `readText` takes. */
  file?: string | undefined;
  /** JSONL of texts, and JSONL of classifications. */
  in?: string | undefined;
  out?: string | undefined;
  json?: boolean | undefined;
  /** Asked about the one text beside the rules; absent where no model is wanted. */
  secondOpinion?: TrySecondOpinionNeeds | undefined;
}

/** The project's own, wherever the command is run. */
const LEXICON = fileURLToPath(new URL('../../config/lexicon.json', import.meta.url));
const NAMES = fileURLToPath(new URL('../../config/names.json', import.meta.url));

const TextLine = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().default(''),
  text: z.string(),
  lang: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
});

/** @throws UserError when a file cannot be read or written, or a line of it is broken; it names the line */
export async function classifyCommand(
  options: ClassifyOptions,
  io: { stdout: (text: string) => void; stderr: (text: string) => void },
): Promise<void> {
  const isBatch = options.in !== undefined;
  if (isBatch === (options.file !== undefined)) throw new UserError('give either FILE or --in FILE.jsonl', 2);
  const lexicon = compileLexicon(readLexicon(LEXICON));
  const names = compileNames(readNames(NAMES));
  if (options.file !== undefined) {
    const input = await readText(options.file);
    const result = classify(input, lexicon);
    const facts = findFacts({ ...input, isRelevant: result.relevance === 'relevant' }, names);
    const secondOpinion = options.secondOpinion && (await trySecondOpinion(input, options.secondOpinion));
    io.stdout(
      options.json
        ? `${JSON.stringify({ ...result, facts, secondOpinion }, null, 2)}\n`
        : printClassification(input, result, facts, secondOpinion),
    );
    return;
  }
  const lines = classifyLines(options.in ?? '', lexicon, names);
  const jsonl = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (options.out === undefined) return io.stdout(jsonl);
  writeTextFile(options.out, jsonl);
  const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  io.stderr(
    `${lines.length} texts: ${count('relevant')} relevant, ${count('passing-mention')} passing mentions, ${count('off-topic')} off topic\n`,
  );
}

type ClassifiedLine = Classification & {
  id: string | number;
  relevant: boolean;
  outcome: string;
  ordinal: number | null;
  figures: Facts['figures'];
};

function classifyLines(file: string, lexicon: CompiledLexicon, names: CompiledNames): ClassifiedLine[] {
  return readJsonLines(file, TextLine).map(({ id, title, text, lang, url, publishedAt }) => {
    const input = { title, text, language: lang ?? undefined, publishedAt: publishedAt ?? undefined };
    const result = classify(input, lexicon);
    const isRelevant = result.relevance === 'relevant';
    const { ordinal = null, figures } = findFacts({ ...input, isRelevant }, names);
    const kept = { ...(url ? { url } : {}), ...(publishedAt ? { publishedAt } : {}) };
    return { id, ...kept, relevant: isRelevant, outcome: result.relevance, ...result, ordinal, figures };
  });
}
