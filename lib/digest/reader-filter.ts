import { z } from 'zod';
import { Theme } from '../classification/classification.ts';
import { Relation } from '../feeds/outlet.ts';

const MOST_ENTRIES = 50;

/** What a reader wants to get of the coverage. An empty list is no limit; within a list one entry is enough, and every list has to hold. */
export const ReaderFilter = z.object({
  themes: z.array(Theme).max(MOST_ENTRIES),
  /** BCP 47 primary languages, for example `fa`. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'use short language tags, for example fa')).max(MOST_ENTRIES),
  relations: z.array(Relation).max(MOST_ENTRIES),
  /** Ids of outlets. */
  outlets: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, 'use ids of outlets, for example radiofarda.com'))
    .max(MOST_ENTRIES),
  /** Points of the rules, as records have them; absent for all. */
  minimumScore: z.number('give a number of points, for example 12').min(0).max(1000).optional(),
});
export type ReaderFilter = z.infer<typeof ReaderFilter>;

/** Lets everything through. */
export const openFilter: ReaderFilter = { themes: [], languages: [], relations: [], outlets: [] };
