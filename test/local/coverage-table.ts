import { runVigil } from './vigil-process.ts';

/** The table without what the clock decides, and without places in stories: who of two was read first decides those. */
export async function coverageTable(dataDir: string): Promise<object[]> {
  const coverage: Record<string, unknown>[] = JSON.parse(
    await runVigil(dataDir, 'query', '--relevance', 'all', '--json'),
  );
  return coverage
    .map(
      ({
        recordedAt: _at,
        recordedDay: _day,
        storyId: _story,
        copyOf: _source,
        storyReasons: _why,
        possiblySameEvent: _same,
        ...rest
      }) => rest,
    )
    .sort((a, b) => String(a.articleId).localeCompare(String(b.articleId)));
}
