import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedAws } from '../lib/local/embedded-aws.ts';
import { startNewsroom } from '../lib/local/newsroom/newsroom-server.ts';

// The embedded AWS and the sample newsroom in a process of their own, so that what they cost is not taken for the
// stages'. Tells its parent where they are, and ends with it.

const dataDir = mkdtempSync(join(tmpdir(), 'vigil-bench-cost-'));
const aws = await startEmbeddedAws({ dataDir });
const newsroom = await startNewsroom({ now: new Date() });
process.send?.({ env: { ...aws.env, ALLOWED_ORIGINS: newsroom.url }, feeds: newsroom.feeds });
process.once('disconnect', async () => {
  await newsroom.close();
  await aws.close();
  rmSync(dataDir, { recursive: true, force: true });
});
