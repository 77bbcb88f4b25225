import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { foldText } from './fold-text.ts';
import { readConfigJson } from './read-config-json.ts';

/** A spelling; a star at its end stands for any further letters: "Stockholm*". */
const Spelling = z
  .string()
  .refine(
    (form) =>
      form.trim() !== '' && form.split(/\s+/).every((word) => /^[^*]*[\p{L}\p{Nd}][^*]*\*?$/u.test(word.trim())),
    'must be words, with stars only at their ends',
  );

const Name = z.strictObject({
  /** As shown to readers. */
  name: z.string().min(1),
  forms: z.array(Spelling).min(1),
  /** Count only in a text that has one of `forms`, too: a surname alone. */
  shortForms: z.array(Spelling).default([]),
});

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** Who and where, by canonical id. Public figures and bodies only; it is no place for private persons. */
export const Names = z
  .strictObject({
    version: z.string().min(1),
    people: z.record(Id, Name),
    organisations: z.record(Id, Name),
    places: z.record(Id, z.array(Spelling).min(1)),
  })
  .superRefine((names, context) => {
    const owners = new Map<string, string>();
    for (const [path, form] of spellingsOf(names)) {
      const key = `${path[0] === 'places'} ${foldText(form).folded.trim()}`;
      const owner = owners.get(key);
      const entry = `${path[0]}/${path[1]}`;
      if (owner !== undefined && owner !== entry) {
        context.addIssue({ code: 'custom', path: [...path], message: `"${form}" is also a spelling of ${owner}` });
      }
      owners.set(key, entry);
    }
  });
export type Names = z.infer<typeof Names>;

function* spellingsOf(names: Names): Generator<[path: string[], form: string]> {
  for (const group of ['people', 'organisations'] as const) {
    for (const [id, { forms }] of Object.entries(names[group])) {
      for (const form of forms) yield [[group, id, 'forms'], form];
    }
  }
  for (const [id, forms] of Object.entries(names.places)) for (const form of forms) yield [['places', id], form];
}

const NAMES_FILE = 'config/names.json';

/**
 * @param data the parsed JSON
 * @throws InvalidInputError that names the file, the entry and what is wrong with it, one entry a line
 */
export function parseNames(data: unknown, source: string = NAMES_FILE): Names {
  const parsed = Names.safeParse(data);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message, code, ...issue }) => {
    const [group, id, ...field] = path.map(String);
    const entry = id === undefined ? (group ?? 'the file') : `${group}/${id}`;
    const inner = code === 'invalid_key' && 'issues' in issue ? issue.issues[0]?.message : undefined;
    const plain = (inner ?? message).replace(/^Invalid input: expected /, 'must be ');
    return `${source}: ${entry}: ${field.length > 0 ? `${field.join('.')} ` : ''}${plain}`;
  });
  throw new InvalidInputError(lines.join('\n'));
}

/** @param path the names in the working directory's config folder when absent */
export function readNames(path: string = NAMES_FILE): Names {
  return parseNames(readConfigJson(path), path);
}
