import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { extractCommand } from '../../lib/cli/extract.ts';

const benchmark = fileURLToPath(new URL('../../../shared/extraction/', import.meta.url));

describe.skipIf(!existsSync(benchmark))('the 121 pages of the public benchmark', () => {
  test('are read with F1 of at least .980 and recall of at least .982, none empty', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigil-'));
    try {
      const out = join(folder, 'out.json');
      await extractCommand({ pagesDir: join(benchmark, 'pages'), out }, { stdout: () => {}, stderr: () => {} });
      const score = JSON.parse(
        execFileSync(process.execPath, [join(benchmark, 'score.mjs'), out], { encoding: 'utf8' }),
      );
      expect({ ...score, f1: score.f1 >= 0.98, recall: score.recall >= 0.982 }).toMatchObject({
        pages: 121,
        f1: true,
        recall: true,
        empty: 0,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
