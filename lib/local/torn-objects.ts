import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const META = '.meta.json';

/**
 * Removes objects that a crash left half written: fauxqs would refuse to start over a torn description and hand out torn
 * content. Whoever wrote such an object never got an answer and writes it again.
 */
export function dropTornObjects(s3Dir: string): void {
  if (!existsSync(s3Dir)) return;
  for (const entry of readdirSync(s3Dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const path = join(entry.parentPath, entry.name);
    const dataPath = path.endsWith(META) ? `${path.slice(0, -META.length)}.data` : undefined;
    if (isWhole(path, dataPath)) continue;
    rmSync(path);
    if (dataPath !== undefined) rmSync(dataPath, { force: true });
  }
}

function isWhole(path: string, dataPath: string | undefined): boolean {
  try {
    const meta: { contentLength?: number } = JSON.parse(readFileSync(path, 'utf8'));
    return dataPath === undefined || meta.contentLength === undefined || statSync(dataPath).size === meta.contentLength;
  } catch {
    return false;
  }
}
