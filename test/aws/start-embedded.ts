import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedAws, startEmbeddedAws } from '../../lib/local/embedded-aws.ts';

/** The embedded AWS on a folder of its own; the SDK clients of this process find it in the environment. */
export async function startEmbedded(): Promise<EmbeddedAws> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-aws-'));
  const aws = await startEmbeddedAws({ dataDir });
  Object.assign(process.env, aws.env);
  return {
    ...aws,
    async close() {
      await aws.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
