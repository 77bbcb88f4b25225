import { renameSync, writeFileSync } from 'node:fs';

/** Writes beside the file and renames, so that a reader or a crash never meets half a file. Mode 0600. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}
