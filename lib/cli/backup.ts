import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { type BackupNeeds, writeBackup } from '../records/write-backup.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressNote } from './progress-note.ts';
import { textTable } from './text-table.ts';

/** Writes every table into a folder, and with `archive` what the tables name in the archive. */
export async function backupCommand(
  folder: string,
  options: { archive?: boolean | undefined; json?: boolean | undefined },
  needs: BackupNeeds,
  io: CommandIo,
): Promise<void> {
  const path = resolve(folder);
  const tell = createProgressNote(io);
  const { manifest, fetched, damaged } = await writeBackup(
    path,
    { withArchive: options.archive === true },
    needs,
    tell,
  );
  if (options.json) io.stdout(JSON.stringify({ path, ...manifest, fetched, damaged }, null, 2));
  else {
    const rows = Object.entries(manifest.tables).map(([name, { rows: count, bytes, schemaVersions }]) => {
      const versions = Object.keys(schemaVersions).join(', ');
      return [name, String(count), `${Math.ceil(bytes / 1024)} KB`, versions || '–'];
    });
    io.stdout(textTable(['table', 'rows', 'size', 'versions'], rows));
    if (manifest.archive) {
      const { objects, bytes } = manifest.archive;
      io.stdout(`archive  ${objects} objects, ${Math.ceil(bytes / 1024)} KB, ${fetched} of them fetched now`);
    }
    for (const [name, why] of Object.entries(manifest.leftOut)) io.stderr(`not in it: ${name} (${why})`);
    io.stdout(`${path}: whole; it holds the addresses of readers, keep it as you would keep those`);
  }
  if (damaged.length > 0) {
    throw new UserError(
      `${damaged.length} objects of the archive do not hold what their name says and are not in the backup, for example ${damaged[0]}`,
    );
  }
}
