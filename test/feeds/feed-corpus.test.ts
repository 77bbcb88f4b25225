import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scorer = join(root, '../shared/feeds/score.mjs');

interface Row {
  lang: string | null;
  parsed: boolean;
  /** Every title, link and date as expected. */
  core: boolean;
}

describe.skipIf(!existsSync(scorer))('public feed suites (skipped where ../shared is absent)', () => {
  let folder = '';
  let rows: Row[] = [];
  let timeouts = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-feeds-'));
    const file = join(folder, 'score.json');
    await promisify(execFile)(process.execPath, [scorer, 'lib/feeds/parse-feed.ts', '--json', file], {
      cwd: root,
      maxBuffer: 10_000_000,
    });
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      rows: Row[];
      summary: { timeouts: number; uncaught: number };
    };
    rows = report.rows;
    timeouts = report.summary.timeouts + report.summary.uncaught;
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const share = (of: readonly Row[], isGood: (row: Row) => boolean) => of.filter(isGood).length / of.length;

  it('are read at least as well as promised', () => {
    expect(share(rows, (row) => row.parsed)).toBeGreaterThanOrEqual(0.999);
    expect(share(rows, (row) => row.core)).toBeGreaterThanOrEqual(0.992);
    expect(timeouts).toBe(0);
  });

  it('are read without a fault in Persian and Arabic', () => {
    const persianAndArabic = rows.filter((row) => row.lang === 'fa' || row.lang === 'ar');
    expect(persianAndArabic.length).toBeGreaterThan(0);
    expect(persianAndArabic.filter((row) => !row.core)).toEqual([]);
  });
});
