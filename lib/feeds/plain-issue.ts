import type { z } from 'zod';
import { sayIssue } from './parse-entries.ts';

/** What a person writes where a schema expects a type of it. */
const WRITTEN: Readonly<Record<string, string>> = {
  object: 'an object, { … }',
  record: 'an object, { … }',
  array: 'a list, [ … ]',
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const BOUNDS: Readonly<Record<string, string>> = {
  '<=': 'at most ',
  '>=': 'at least ',
  '<': 'less than ',
  '>': 'more than ',
};

/** What a schema had against a value of a file that a person wrote, to stand behind the value's name. */
export function plainIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'unrecognized_keys') return `has no place for ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${WRITTEN[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && issue.minimum === 1 && !/number|int/.test(issue.origin)) return 'must not be empty';
  return sayIssue(issue)
    .replace(/^Too (?:small|big): expected \w+ to (be|have) /, 'must $1 ')
    .replace(/[<>]=?/, (bound) => BOUNDS[bound] ?? bound);
}
