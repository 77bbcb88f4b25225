import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { plainIssue } from '../feeds/plain-issue.ts';

/** @param where the file, and the line in it  @throws UserError beginning with it, when the text does not fit the schema */
export function parseJson<Schema extends z.ZodType>(schema: Schema, json: string, where: string): z.infer<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new UserError(`${where}: not JSON`, 1, { cause });
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError([where, issue?.path.join('.'), issue ? plainIssue(issue) : 'wrong'].filter(Boolean).join(': '));
}
