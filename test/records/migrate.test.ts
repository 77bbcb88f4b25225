import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDynamoClient } from '../../lib/aws/dynamo-client.ts';
import { createDynamoRecordTables } from '../../lib/aws/dynamo-record-table.ts';
import { migrateCommand } from '../../lib/cli/migrate.ts';
import { defaultSettings } from '../../lib/digest/subscriber.ts';
import type { EmbeddedAws } from '../../lib/local/embedded-aws.ts';
import { migrateTable } from '../../lib/records/migrate-table.ts';
import type { StoredRow } from '../../lib/records/record-history.ts';
import type { RecordTable } from '../../lib/records/record-table.ts';
import { createServices, type Services } from '../../lib/services.ts';
import { readSettings } from '../../lib/settings.ts';
import { startEmbedded } from '../aws/start-embedded.ts';
import { recordedIo } from '../cli/recorded-io.ts';
import { exampleRow, storedExamples } from './stored-rows.ts';

let aws: EmbeddedAws;
let services: Services;
let recordTables: RecordTable[];
const client = () => createDynamoClient();
beforeAll(async () => {
  aws = await startEmbedded();
  services = createServices(readSettings());
  recordTables = createDynamoRecordTables(client(), services.settings.tables);
});
afterAll(async () => {
  await services?.close();
  await aws?.close();
});

const tableOf = (name: string): RecordTable => {
  const found = recordTables.find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
async function rowsOf(name: string): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const page of tableOf(name).pages()) rows.push(...page);
  return rows.toSorted((a, b) => String(a.subscriberId).localeCompare(String(b.subscriberId)));
}
const readers = (count: number): StoredRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...exampleRow('v1/subscribers'),
    subscriberId: index.toString(16).padStart(16, '0'),
    address: `reader-${index}@reader.example`,
  }));
const migrated = (row: StoredRow) => ({
  ...row,
  ...defaultSettings,
  linkVersion: 1,
  schemaVersion: 3,
  stateAt: row.addedAt,
});

const running = new AbortController().signal;
async function migrate(options: Parameters<typeof migrateCommand>[0] = {}, signal = running) {
  const io = recordedIo();
  await migrateCommand(options, { recordTables, signal }, io);
  return io;
}

beforeEach(async () => {
  for (const { subscriberId } of await services.subscriberStore.list())
    await services.subscriberStore.remove(subscriberId);
});

test('rows of version 1 are read before, rewritten once, and read the same afterwards', async () => {
  const rows = readers(3);
  for (const row of rows) await tableOf('subscribers').add(row);
  const before = await services.subscriberStore.list();
  expect(before.map(({ stateAt }) => stateAt)).toEqual(Array(3).fill('2026-08-01T00:00:00.000Z'));

  expect((await migrate({ dryRun: true })).err).toEqual(['3 rows would be rewritten; nothing was changed']);
  expect(await rowsOf('subscribers')).toEqual(rows);
  const io = await migrate();
  expect(io.out[0]?.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['table', 'record', 'found'],
    ['subscribers', 'reader', '3 of version 1', '→ 3'],
  ]);
  expect(io.err).toEqual(['3 rows rewritten']);
  expect(await rowsOf('subscribers')).toEqual(rows.map(migrated));
  expect(await services.subscriberStore.list()).toEqual(before);
  expect((await migrate()).err).toEqual(['nothing to migrate']);
});

test('every kind of record is counted by version', async () => {
  for (const { table, row } of storedExamples()) await tableOf(table).replace(row);
  const { found, older } = JSON.parse((await migrate({ dryRun: true, json: true })).out.join(''));
  const counted = found.map(({ table, record, versions }: { table: string; record: string; versions: object }) => [
    table,
    record,
    versions,
  ]);
  expect(counted).toContainEqual(['editions', 'edition', { 1: 1 }]);
  expect(counted).toContainEqual(['editions', 'mail of an edition', { 1: 1 }]);
  expect(counted).toContainEqual(['identities', 'name of an article', { 1: 1 }]);
  expect(counted).toContainEqual(['subscribers', 'reader', { 1: 1, 2: 1, 3: 1 }]);
  expect(counted).toContainEqual(['coverage', 'coverage record', { 1: 3, 2: 2 }]);
  expect(older).toBe(5);
});

test('coverage of version 1 is the same record before its matches are packed and after, under every reader', async () => {
  const { coverageStore } = services;
  const ids = ['1', '2', '3'].map((digit) => digit.repeat(32));
  const names = ['v1/coverage', 'v1/coverage.bare', 'v1/coverage.relabelled'];
  const rows: StoredRow[] = names.map((name, index) => ({
    ...exampleRow(name),
    articleId: ids[index],
    day: '2026-08-28',
  }));
  for (const row of rows) await tableOf('coverage').add(row);
  const range = { fromDay: '2026-08-28', toDay: '2026-08-28' };
  const readAll = async () => [
    await Promise.all(ids.map((id) => coverageStore.get(id))),
    (await coverageStore.query(range)).toSorted((a, b) => a.articleId.localeCompare(b.articleId)),
    await coverageStore.listRecorded('2026-08-01T00:00:00.000Z', '2026-09-30T00:00:00.000Z'),
    await coverageStore.listStory(String(rows[0]?.storyId)),
  ];
  const before = await readAll();
  expect(before[0]?.map((record) => record?.matches)).toEqual([rows[0]?.matches, rows[1]?.matches, rows[0]?.matches]);
  expect(await migrateTable(tableOf('coverage'), () => {})).toBeGreaterThanOrEqual(3);
  const stored = await tableOf('coverage').find(rows);
  expect(stored.map(({ schemaVersion, matches }) => [schemaVersion, typeof matches])).toEqual(
    Array(3).fill([2, 'string']),
  );
  expect(await readAll()).toEqual(before);
});

test('two at once, over many rows, rewrite each of them once', async () => {
  const rows = readers(60);
  for (const row of rows) await tableOf('subscribers').add(row);
  const table = tableOf('subscribers');
  const ends = await Promise.all([migrateTable(table, () => {}), migrateTable(table, () => {})]);
  expect((ends[0] ?? 0) + (ends[1] ?? 0)).toBe(60);
  expect(await rowsOf('subscribers')).toEqual(rows.map(migrated));
});

test('what is written to a row while it is migrated stays', async () => {
  const [row] = readers(1) as [StoredRow];
  await tableOf('subscribers').add(row);
  const at = '2026-11-23T08:00:00.000Z';
  const raced: RecordTable = {
    ...tableOf('subscribers'),
    async rewrite(read, changed) {
      await services.subscriberStore.setState(String(row.subscriberId), { state: 'suppressed', at, reason: 'refused' });
      return tableOf('subscribers').rewrite(read, changed);
    },
  };
  expect(await migrateTable(raced, () => {})).toBe(1);
  expect(await rowsOf('subscribers')).toEqual([
    { ...migrated(row), state: 'suppressed', stateAt: at, stateReason: 'refused' },
  ]);
});

test('a row that is removed while it is migrated does not come back', async () => {
  const [row] = readers(1) as [StoredRow];
  await tableOf('subscribers').add(row);
  const raced: RecordTable = {
    ...tableOf('subscribers'),
    async rewrite(read, changed) {
      await services.subscriberStore.remove(String(row.subscriberId));
      return tableOf('subscribers').rewrite(read, changed);
    },
  };
  expect(await migrateTable(raced, () => {})).toBe(0);
  expect(await rowsOf('subscribers')).toEqual([]);
});

test('stopped in the middle, it goes on where it was', async () => {
  const rows = readers(35);
  for (const row of rows) await tableOf('subscribers').add(row);
  const stop = new AbortController();
  const some = await migrateTable(tableOf('subscribers'), () => stop.abort(), stop.signal);
  expect(some).toBe(10);
  await expect(migrate({}, stop.signal)).rejects.toMatchObject({ exitCode: 130 });
  expect((await migrate()).err).toEqual(['25 rows rewritten']);
  expect(await rowsOf('subscribers')).toEqual(rows.map(migrated));
});

describe('a row of a version that this checkout does not know', () => {
  test('stops it before anything is written', async () => {
    const [older, newer] = readers(2) as [StoredRow, StoredRow];
    await tableOf('subscribers').add(older);
    await tableOf('subscribers').add({ ...newer, schemaVersion: 4 });
    await expect(migrate()).rejects.toMatchObject({
      exitCode: 1,
      message:
        'table subscribers holds a reader of version 4, this checkout knows 3: this checkout is older than the data, nothing was changed; use the version that wrote it, or a later one',
    });
    await tableOf('subscribers').replace(migrated(newer));
    expect(await rowsOf('subscribers')).toEqual([older, migrated(newer)]);
  });
});
