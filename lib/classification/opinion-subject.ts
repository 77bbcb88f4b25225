import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { Theme } from './classification.ts';

/** What the campaign is about, in words for a model: `config/second-opinion.json`. */
export const OpinionSubject = z.strictObject({
  /** Counted up with every change: texts asked under another version may be asked again. */
  version: z.int().min(1),
  subject: z.string().min(1).max(2000),
  /** What is easily taken for it. */
  notThese: z.array(z.string().min(1).max(200)).max(40),
  themes: z.record(Theme, z.string().min(1).max(200)),
});
export type OpinionSubject = z.infer<typeof OpinionSubject>;

/** @throws InvalidInputError that names every wrong entry */
export function parseOpinionSubject(json: unknown): OpinionSubject {
  const parsed = OpinionSubject.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new InvalidInputError(`config/second-opinion.json: ${problems.join('; ')}`);
}
