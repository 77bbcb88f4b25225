import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { backupCommand } from '../../lib/cli/backup.ts';
import { restoreCommand } from '../../lib/cli/restore.ts';
import type { ArchiveObjects } from '../../lib/records/archive-objects.ts';
import type { RecordTable } from '../../lib/records/record-table.ts';
import { type TableName, tables } from '../../lib/tables.ts';
import { recordedIo } from '../cli/recorded-io.ts';
import { createMemoryRecordTable } from '../fakes/memory-record-table.ts';
import { storedExamples } from './stored-rows.ts';

const now = () => new Date('2026-11-23T08:00:00.000Z');
const running = new AbortController().signal;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'backup');
}

function archiveOf(contents: Readonly<Record<string, Uint8Array>> = {}): ArchiveObjects & {
  objects: Map<string, Uint8Array>;
  fetched: string[];
} {
  const objects = new Map(Object.entries(contents));
  const fetched: string[] = [];
  return {
    objects,
    fetched,
    async *pages() {
      yield [...objects].map(([key, { byteLength }]) => ({ key, bytes: byteLength }));
    },
    async get(key) {
      fetched.push(key);
      return objects.get(key);
    },
    async put(key, bytes) {
      objects.set(key, bytes);
    },
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const article = (text: string): [string, Uint8Array] => [`articles/${sha256(text)}.json`, Buffer.from(text)];
const page = (text: string): [string, Uint8Array] => [`pages/${sha256(text)}.html.gz`, gzipSync(text)];
const sampleArchive = () => archiveOf(Object.fromEntries([article('{"a":1}'), article('{"b":2}'), page('<p>x</p>')]));

/** Every table of the pipeline; filled with the rows of every version unless empty ones are asked for. */
function placeOf(filled: boolean, archiveObjects = archiveOf()) {
  const recordTables = (Object.keys(tables) as TableName[]).map((name) =>
    createMemoryRecordTable(
      name,
      filled ? storedExamples().flatMap((one) => (one.table === name ? [one.row] : [])) : [],
    ),
  );
  return { recordTables, archiveObjects, now, signal: running, appVersion: '1.2.3', placeName: 'stack Sample' };
}
type Place = ReturnType<typeof placeOf>;
const contentOf = ({ recordTables }: Place) =>
  Object.fromEntries(recordTables.map((table) => [table.name, table.rows()]));

async function backup(path: string, place: Place, options = {}) {
  const io = recordedIo();
  await backupCommand(path, { json: true, ...options }, place, io);
  return JSON.parse(io.out.join(''));
}
async function restore(path: string, place: Place, options = {}) {
  const io = recordedIo();
  await restoreCommand(path, { json: true, ...options }, place, io);
  return JSON.parse(io.out.join(''));
}
const countsOf = (report: { tables: Record<string, unknown>[] }, name: string) =>
  report.tables.find(({ table }) => table === name);

test('every table and the archive come back elsewhere as they were, versions before included', async () => {
  const path = newFolder();
  const source = placeOf(true, sampleArchive());
  const manifest = await backup(path, source, { archive: true });
  expect(manifest).toMatchObject({
    format: 1,
    appVersion: '1.2.3',
    from: 'stack Sample',
    startedAt: '2026-11-23T08:00:00.000Z',
    archive: { objects: 3 },
    fetched: 3,
    damaged: [],
    leftOut: {
      access: expect.any(String),
      secrets: expect.stringContaining('signing key'),
      queues: expect.any(String),
    },
  });
  expect(manifest.tables.subscribers).toMatchObject({ rows: 3, schemaVersions: { 1: 1, 2: 1, 3: 1 } });

  const target = placeOf(false);
  const report = await restore(path, target);
  expect(countsOf(report, 'items')).toEqual({
    ...{ table: 'items', rows: 2, written: 2, kept: 0, replaced: 0, expired: 0, withoutEnd: 1, inTable: 2 },
  });
  expect(contentOf(source).access).not.toEqual([]);
  expect(contentOf(target)).toEqual({ ...contentOf(source), access: [] });
  expect(target.archiveObjects.objects).toEqual(source.archiveObjects.objects);
  // The feeds come last, readers after their editions.
  expect(report.tables.map(({ table }: { table: string }) => table).slice(-3)).toEqual([
    'editions',
    'subscribers',
    'feeds',
  ]);
});

test('files and folders are for their owner only, and each is what its manifest says', async () => {
  const path = newFolder();
  const { tables: written } = await backup(path, placeOf(true, sampleArchive()), { archive: true });
  const all = readdirSync(path, { recursive: true, withFileTypes: true });
  const modes = all.map((entry) => [entry.isFile(), statSync(join(entry.parentPath, entry.name)).mode & 0o777]);
  expect(new Set(modes.map(String))).toEqual(new Set([String([true, 0o600]), String([false, 0o700])]));
  expect(statSync(path).mode & 0o777).toBe(0o700);
  const file = readFileSync(join(path, written.feeds.file));
  expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([
    written.feeds.bytes,
    written.feeds.sha256,
  ]);
  expect(gunzipSync(file).toString().trim().split('\n')).toHaveLength(written.feeds.rows);
  expect(all.map(({ name }) => name)).not.toContain('access.jsonl.gz');
});

test('rows that stand there stay, or give way when that is asked, and every row is counted', async () => {
  const path = newFolder();
  await backup(path, placeOf(true));
  const target = placeOf(true);
  const feeds = target.recordTables.find(({ name }) => name === 'feeds');
  const [first] = feeds?.rows() ?? [];
  const changed = { ...first, title: 'Changed since' };
  await feeds?.replace(changed);

  expect(countsOf(await restore(path, target, { dryRun: true }), 'feeds')).toMatchObject({ written: 0, kept: 2 });
  expect(countsOf(await restore(path, target), 'feeds')).toMatchObject({ written: 0, kept: 2, replaced: 0 });
  expect(feeds?.rows()).toContainEqual(changed);
  expect(countsOf(await restore(path, target, { overwrite: true }), 'feeds')).toMatchObject({ kept: 1, replaced: 1 });
  expect(feeds?.rows()).toContainEqual(first);
  const again = await restore(path, target, { overwrite: true });
  expect(countsOf(again, 'feeds')).toMatchObject({ written: 0, kept: 2, replaced: 0, inTable: 2 });
});

test('a dry run writes nothing', async () => {
  const path = newFolder();
  await backup(path, placeOf(true, sampleArchive()), { archive: true });
  const target = placeOf(false);
  const report = await restore(path, target, { dryRun: true });
  expect([countsOf(report, 'feeds'), report.archive]).toMatchObject([{ written: 2 }, { objects: 3, written: 3 }]);
  expect([contentOf(target), target.archiveObjects.objects.size]).toEqual([contentOf(placeOf(false)), 0]);
});

test('rows that have expired since are left out, and items that waited are named with what to do', async () => {
  const path = newFolder();
  const source = placeOf(true);
  const items = source.recordTables.find(({ name }) => name === 'items');
  const [ended] = items?.rows() ?? [];
  const { outcome: _outcome, reason: _reason, endedAt: _endedAt, ...open } = ended as Record<string, unknown>;
  await items?.add({ ...open, feedId: 'waits', state: 'queued' });
  await items?.add({ ...open, feedId: 'expired', expiresAt: now().getTime() / 1000 });
  await backup(path, source);
  const io = recordedIo();
  await restoreCommand(path, {}, placeOf(false), io);
  expect(io.err).toContain('2 items were waiting to be read: "vigil replay --since 4d --outcome none" sends them');
  const line = io.out
    .join('\n')
    .split('\n')
    .find((text) => text.startsWith('items'));
  expect(line?.split(/ {2,}/)).toEqual(['items', '4', '3', '0', '0', '1', '3']);
});

test('a second backup fetches only new objects, and the first counts until the second is whole', async () => {
  const path = newFolder();
  const place = placeOf(true, sampleArchive());
  const first = await backup(path, place, { archive: true });
  place.archiveObjects.objects.set(...article('{"c":3}'));
  place.archiveObjects.fetched.length = 0;

  const breaking = {
    ...place,
    recordTables: place.recordTables.map((table) => (table.name === 'coverage' ? broken(table) : table)),
  };
  const later = () => new Date('2026-11-24T08:00:00.000Z');
  await expect(backup(path, { ...breaking, now: later }, { archive: true })).rejects.toThrow('throttled');
  expect(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')).startedAt).toBe(first.startedAt);
  const target = placeOf(false);
  await restore(path, target);
  expect(contentOf(target)).toEqual({ ...contentOf(place), access: [] });

  const second = await backup(path, { ...place, now: later }, { archive: true });
  expect([second.fetched, second.archive.objects, place.archiveObjects.fetched]).toEqual([
    1,
    4,
    [article('{"c":3}')[0]],
  ]);
  expect(readdirSync(path).filter((name) => name.startsWith('tables-'))).toEqual(['tables-20261124080000000']);
});

const broken = <T extends RecordTable>(table: T): T => ({
  ...table,
  async *pages() {
    yield* table.pages();
    throw new Error('throttled');
  },
});

test('one that was broken off is told from none and from a whole one, and the next clears it away', async () => {
  const path = newFolder();
  await expect(restore(path, placeOf(false))).rejects.toThrow(`${path}: there is no backup of Vigil`);
  mkdirSync(join(path, 'tables-1.partial'), { recursive: true });
  await expect(restore(path, placeOf(false))).rejects.toThrow(`${path}: the backup was broken off before it was whole`);
  await backup(path, placeOf(true));
  expect(readdirSync(path).sort()).toEqual(['manifest.json', 'tables-20261123080000000']);
});

test('stopped, there is no new backup', async () => {
  const path = newFolder();
  const stop = new AbortController();
  stop.abort();
  await expect(backup(path, { ...placeOf(true), signal: stop.signal })).rejects.toMatchObject({ exitCode: 130 });
  expect(readdirSync(path)).toEqual([]);
  await backup(path, placeOf(true));
  await expect(restore(path, { ...placeOf(false), signal: stop.signal })).rejects.toMatchObject({ exitCode: 130 });
});

test('a folder with other files is not touched', async () => {
  const path = newFolder();
  mkdirSync(path);
  writeFileSync(join(path, 'thesis.txt'), 'mine');
  await expect(backup(path, placeOf(true))).rejects.toMatchObject({ exitCode: 2 });
  expect(readdirSync(path)).toEqual(['thesis.txt']);
});

test.each<[string, (path: string, file: string) => void, RegExp]>([
  ['a byte of a table', (path, file) => flip(join(path, file)), /is damaged \(its SHA-256 differs\)/],
  ['a table that is missing', (path, file) => rmSync(join(path, file)), /is missing/],
  ['a manifest cut short', (path) => writeFileSync(join(path, 'manifest.json'), '{"format":1'), /is damaged/],
  ['a manifest of a later format', (path) => edit(path, (one) => ({ ...one, format: 2 })), /a newer Vigil \(format 2/],
  ['a path that leads out', (path) => editTable(path, { file: '../../feeds.jsonl.gz' }), /manifest\.json is damaged/],
  ['a count that is wrong', (path) => editTable(path, { rows: 3 }), /holds 2 rows, its manifest says 3/],
  ['an object of the archive', (path) => flip(join(path, 'archive', page('<p>x</p>')[0])), /is damaged/],
  ['an object that is missing', (path) => rmSync(join(path, 'archive', page('<p>x</p>')[0])), /holds 2 objects/],
])('a backup is refused before anything is written: %s', async (_, damage, message) => {
  const path = newFolder();
  const { tables: written } = await backup(path, placeOf(true, sampleArchive()), { archive: true });
  damage(path, written.feeds.file);
  const target = placeOf(false);
  await expect(restore(path, target)).rejects.toMatchObject({ exitCode: 1, message: expect.stringMatching(message) });
  expect([contentOf(target), target.archiveObjects.objects.size]).toEqual([contentOf(placeOf(false)), 0]);
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  const last = bytes.length - 9;
  bytes[last] = (bytes[last] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}
type Json = Record<string, unknown> & { tables?: Record<string, object> };
function edit(path: string, change: (manifest: Json) => Json): void {
  const file = join(path, 'manifest.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}
const editTable = (path: string, changes: object) =>
  edit(path, (one) => ({ ...one, tables: { ...one.tables, feeds: { ...one.tables?.feeds, ...changes } } }));

test('rows of a later version than this checkout knows are refused before anything is written', async () => {
  const path = newFolder();
  const source = placeOf(true);
  const readers = source.recordTables.find(({ name }) => name === 'subscribers');
  const [row] = readers?.rows() ?? [];
  await readers?.replace({ ...row, schemaVersion: 4 });
  await backup(path, source);
  const target = placeOf(false);
  await expect(restore(path, target)).rejects.toThrow(/this checkout is older than the data/);
  expect(contentOf(target)).toEqual(contentOf(placeOf(false)));
});

test('objects that do not hold what their name says, and what is not the archive’s, stay out', async () => {
  const path = newFolder();
  const [key] = article('{"a":1}');
  const archive = archiveOf({
    [key]: Buffer.from('other'),
    '../../outside.json': Buffer.from('x'),
    'notes.txt': Buffer.from('y'),
  });
  const io = recordedIo();
  await expect(backupCommand(path, { archive: true }, placeOf(true, archive), io)).rejects.toThrow(
    `1 objects of the archive do not hold what their name says and are not in the backup, for example ${key}`,
  );
  expect(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')).archive).toEqual({ objects: 0, bytes: 0 });
  expect(readdirSync(dirname(path))).toEqual(['backup']);
});

test('a table from which rows vanish while it is restored is said', async () => {
  const path = newFolder();
  await backup(path, placeOf(true));
  const target = placeOf(false);
  const losing = {
    ...target,
    recordTables: target.recordTables.map((table) =>
      table.name === 'feeds' ? { ...table, add: async () => true } : table,
    ),
  };
  await expect(restore(path, losing)).rejects.toThrow('table feeds holds 0 rows, 2 were restored');
});
