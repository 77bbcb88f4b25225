import { globSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Processor time and memory are those of the whole process; an embedded AWS puts its addresses into the environment; a browser is a process of its own. */
const apart = [
  'test/**/*-in-browser.test.ts',
  'test/articles/hostile-pages.test.ts',
  'test/classification/{facts-quotations,find-facts,reading}.test.ts',
  'test/digest/edition-store.test.ts',
  'test/feeds/{hostile-feeds,parsing-box}.test.ts',
  'test/records/migrate.test.ts',
];

/**
 * Test files, from the root, that change nothing of their process and measure nothing of it: they share a worker, which
 * loads the lists of words and the parsers once.
 */
export const sharingFiles: readonly string[] = globSync(
  'test/{access,articles,classification,cost,coverage,digest,feeds,records,stories}/**/*.test.ts',
  { cwd: join(import.meta.dirname, '..'), exclude: apart },
)
  .map((file) => file.replaceAll(sep, '/'))
  .sort();
