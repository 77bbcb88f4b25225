import type { z } from 'zod';
import { InvalidInputError } from '../errors.ts';

/** Problems named in one message; the rest is counted. */
const MAX_NAMED = 10;

export interface ParsedEntries<T> {
  valid: T[];
  /** One line each: which entry, which field, what to do. */
  problems: string[];
}

/** How a person finds an entry again: its place counted from 1, and its own name where it has one. */
export function nameEntry(entry: unknown, index: number, nameKey: string): string {
  const name = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[nameKey] : undefined;
  return typeof name === 'string' && name !== '' ? `entry ${index + 1} (${name})` : `entry ${index + 1}`;
}

/** What a schema had against a value; of a closed list, what may be chosen. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  const isPlain = issue.code === 'invalid_value' && issue.values.length > 1 && /^Invalid option/.test(issue.message);
  return isPlain ? `choose one of ${issue.values.join(', ')}` : issue.message;
}

/** What a schema had against a value, in one line. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => [issue.path.join('.'), sayIssue(issue)].filter(Boolean).join(': ')).join(', ');
}

/** Each entry by itself, so that one broken entry hides no other. */
export function parseEntries<T>(entries: readonly unknown[], schema: z.ZodType<T>, nameKey: string): ParsedEntries<T> {
  const parsed: ParsedEntries<T> = { valid: [], problems: [] };
  entries.forEach((entry, index) => {
    const result = schema.safeParse(entry);
    if (result.success) parsed.valid.push(result.data);
    else parsed.problems.push(`${nameEntry(entry, index, nameKey)}: ${describeIssues(result.error)}`);
  });
  return parsed;
}

/** @throws InvalidInputError naming the file and up to ten of the problems; nothing when there are none */
export function refuseProblems(file: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const named = problems.slice(0, MAX_NAMED).join('; ');
  const rest = problems.length > MAX_NAMED ? `; and ${problems.length - MAX_NAMED} more` : '';
  throw new InvalidInputError(`${file}: ${named}${rest}`);
}
