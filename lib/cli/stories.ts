import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { detectLanguage } from '../articles/detect-language.ts';
import { compileNames } from '../classification/compile-names.ts';
import { type FactText, findFacts } from '../classification/find-facts.ts';
import { findNumbers } from '../classification/find-numbers.ts';
import { readNames } from '../classification/names.ts';
import type { StoryPlace } from '../coverage/story-place.ts';
import { createMemoryStoryIndex } from '../stories/memory-story-index.ts';
import { placeInStory } from '../stories/place-in-story.ts';
import type { CommandIo } from './command-io.ts';
import { readJsonLines } from './read-json-lines.ts';
import { writeTextFile } from './text-file.ts';

export interface StoriesOptions {
  in: string;
  out?: string | undefined;
}

/** The project's own, wherever the command is run. */
const NAMES = fileURLToPath(new URL('../../config/names.json', import.meta.url));

/** One text. Without a time it is taken to be of the moment of the one before. */
const StoryLine = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string().default(''),
  text: z.string(),
  lang: z.string().nullish(),
  outlet: z.string().nullish(),
  publishedAt: z.iso.datetime({ offset: true }).nullish(),
  links: z.array(z.string()).default([]),
});

/**
 * Puts texts of a file into stories, in the order of the file, exactly as the pipeline does.
 *
 * @throws UserError when a file cannot be read or written, or a line of it is broken; it names the line
 */
export async function storiesCommand({ in: file, out }: StoriesOptions, io: CommandIo): Promise<void> {
  const placed = await placeAll(readJsonLines(file, StoryLine), io);
  const jsonl = placed.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (out === undefined) return io.stdout(jsonl.trimEnd());
  writeTextFile(out, jsonl);
  const stories = new Set(placed.map(({ storyId }) => storyId)).size;
  const copies = placed.filter(({ copyOf }) => copyOf !== undefined).length;
  io.stderr(`${placed.length} texts: ${stories} stories, ${copies} copies`);
}

type PlacedLine = { id: string } & StoryPlace;

async function placeAll(texts: readonly z.infer<typeof StoryLine>[], io: CommandIo): Promise<PlacedLine[]> {
  const names = compileNames(readNames(NAMES));
  let now = new Date(0);
  const needs = {
    storyIndex: createMemoryStoryIndex(() => now),
    findNumbers: (text: FactText) => findNumbers(text, names),
    now: () => now,
  };
  const placed: PlacedLine[] = [];
  for (const [index, { id, title, text, lang, outlet, publishedAt, links }] of texts.entries()) {
    const language = detectLanguage(`${title}\n${text}`, lang ?? undefined);
    now = publishedAt == null ? new Date(now.getTime() + 1) : new Date(publishedAt);
    const time = now.toISOString();
    const place = await placeInStory(
      {
        articleId: id,
        outletId: outlet ?? id,
        language,
        article: { title, text, links },
        facts: findFacts({ title, text, language, publishedAt: time }, names),
        publishedAt: time,
        seenAt: time,
      },
      needs,
    );
    placed.push({ id, ...place });
    if ((index + 1) % 500 === 0) io.stderr(`${index + 1} of ${texts.length} texts placed`);
  }
  return placed;
}
