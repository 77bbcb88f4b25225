import { spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { runVigil } from './vigil-process.ts';

it('a damaged database ends the command with one line that says what to do', { timeout: 30_000 }, async () => {
  const dataDir = temporaryFolder();
  await runVigil(dataDir, 'query');
  truncateSync(join(dataDir, 'dynamodb', 'CURRENT'), 3);
  const vigil = join(import.meta.dirname, '../../bin/vigil.ts');
  const { status, stderr } = spawnSync(process.execPath, [vigil, '--data', dataDir, 'query'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `vigil: data folder ${dataDir} is damaged (its database cannot be opened): choose another with --data, or start with --fresh to begin anew (this deletes its data)\n`,
  });
});
