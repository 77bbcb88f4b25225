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
import { printableJson } from './printable-json.ts';
import { readJsonLines } from './read-json-lines.ts';
import { PublishedAt, readText } from './read-text.ts';
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
  publishedAt: PublishedAt.nullish(),
});

/** @throws UserError when a file cannot be read or written, or a line of it is broken; it names the line */
export async function classifyCommand(
  options: ClassifyOptions,
  io: { stdout: (text: string) => void; stderr: (text: string) => void },
): Promise<void> {
  const isBatch = options.in !== undefined;
  if (isBatch === (options.file !== undefined)) throw new UserError('give either FILE or --in FILE.jsonl', 2);
  if (!isBatch && options.out !== undefined) throw new UserError('--out goes with --in; of one text take stdout', 2);
  const lexicon = compileLexicon(readLexicon(LEXICON));
  const names = compileNames(readNames(NAMES));
  if (options.file !== undefined) {
    const input = await readText(options.file);
    const result = classify(input, lexicon);
    const facts = findFacts({ ...input, isRelevant: result.relevance === 'relevant' }, names);
    const secondOpinion = options.secondOpinion && (await trySecondOpinion(input, options.secondOpinion));
    io.stdout(
      options.json
        ? printableJson({ ...result, facts, secondOpinion }, 2)
        : printClassification(input, result, facts, secondOpinion).trimEnd(),
    );
    return;
  }
  const lines = classifyLines(options.in ?? '', lexicon, names);
  const jsonl = lines.map((line) => printableJson(line)).join('\n');
  if (options.out === undefined || options.out === '-') {
    if (lines.length > 0) io.stdout(jsonl);
  } else writeTextFile(options.out, lines.length > 0 ? `${jsonl}\n` : '');
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
  facts: Facts;
};

function classifyLines(file: string, lexicon: CompiledLexicon, names: CompiledNames): ClassifiedLine[] {
  return readJsonLines(file, TextLine).map(({ id, title, text, lang, url, publishedAt }) => {
    const input = { title, text, language: lang ?? undefined, publishedAt: publishedAt ?? undefined };
    const result = classify(input, lexicon);
    const isRelevant = result.relevance === 'relevant';
    const facts = findFacts({ ...input, isRelevant }, names);
    const { ordinal = null, figures } = facts;
    const kept = { ...(url ? { url } : {}), ...(publishedAt ? { publishedAt } : {}) };
    return { id, ...kept, relevant: isRelevant, outcome: result.relevance, ...result, ordinal, figures, facts };
  });
}
