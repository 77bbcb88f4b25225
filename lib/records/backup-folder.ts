import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gunzip } from 'node:zlib';
import { UserError } from '../errors.ts';
import { BACKUP_FORMAT, BackupManifest } from './backup-manifest.ts';

const MANIFEST = 'manifest.json';
export const ARCHIVE_FOLDER = 'archive';
const PARTIAL = '.partial';
/** Of folders and files: a backup holds the addresses of readers. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** A folder with a backup, or one that becomes one. */
export interface BackupFolder {
  path: string;
  /** Folder of this backup's tables, until it is whole. */
  draft: string;
  /** Of the whole backup; what is written under the draft is found here afterwards. */
  final: string;
}

/**
 * Makes the folder ready for a backup, for the owner only. What an earlier one left behind that was broken off is
 * removed; a whole one stays until the new one is whole.
 *
 * @throws UserError when it holds anything else
 */
export async function prepareBackup(path: string, startedAt: string): Promise<BackupFolder> {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY.folder });
  const names = await readdir(path);
  const isOurs = (name: string) =>
    name === MANIFEST || name === ARCHIVE_FOLDER || name.startsWith('tables-') || name.endsWith(PARTIAL);
  const foreign = names.find((name) => !isOurs(name));
  if (foreign !== undefined) {
    throw new UserError(
      `${path} holds other files (${foreign}): give an empty folder, or one with a backup of Vigil`,
      2,
    );
  }
  for (const name of names.filter((one) => one.endsWith(PARTIAL))) await rm(join(path, name), { recursive: true });
  const final = `tables-${startedAt.replace(/[^0-9]/g, '')}`;
  const draft = `${final}${PARTIAL}`;
  await mkdir(join(path, draft), { mode: OWNER_ONLY.folder });
  return { path, draft, final };
}

/** Makes the backup whole: from here on its manifest is the one that counts, and the tables of the former are removed. */
export async function finishBackup({ path, draft, final }: BackupFolder, manifest: BackupManifest): Promise<void> {
  await rename(join(path, draft), join(path, final));
  await writeWhole(join(path, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  const former = (await readdir(path)).filter((name) => name.startsWith('tables-') && name !== final);
  for (const name of former) await rm(join(path, name), { recursive: true });
}

/** Removes what was written of a backup that did not become whole. */
export const abandonBackup = ({ path, draft }: BackupFolder) => rm(join(path, draft), { recursive: true, force: true });

/** Writes beside the file and renames, for the owner only. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
  const draft = `${path}.${process.pid}${PARTIAL}`;
  await writeFile(draft, content, { mode: OWNER_ONLY.file });
  await rename(draft, path);
}

/** @throws UserError when there is no whole backup, or one that this program cannot read */
export async function readManifest(path: string): Promise<BackupManifest> {
  const file = join(path, MANIFEST);
  if (!existsSync(file)) {
    const isBroken = existsSync(path) && (await readdir(path)).some((name) => /^tables-|\.partial$/.test(name));
    const why = isBroken ? 'the backup was broken off before it was whole' : 'there is no backup of Vigil';
    throw new UserError(`${path}: ${why}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UserError(`${file} is damaged: use another backup`, 1, { cause });
  }
  const format = Number((json as { format?: unknown }).format);
  if (format > BACKUP_FORMAT) {
    throw new UserError(`${path} was written by a newer Vigil (format ${format}, this one reads ${BACKUP_FORMAT})`);
  }
  const parsed = BackupManifest.safeParse(json);
  if (!parsed.success) throw new UserError(`${file} is damaged: use another backup`, 1, { cause: parsed.error });
  return parsed.data;
}

/** Lines as a gzip file for the owner only. @returns its size and SHA-256 */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines), createGzip(), measure, createWriteStream(path, { mode: OWNER_ONLY.file }));
  return { bytes, sha256: hash.digest('hex') };
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** @throws for a file that is no whole gzip */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of createReadStream(path).compose<Gunzip>(createGunzip())) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
