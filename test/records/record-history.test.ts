import { describe, expect, test } from 'vitest';
import { readRecord } from '../../lib/aws/read-record.ts';
import { historyOfRow, recordKinds, recordsVersion } from '../../lib/aws/record-kinds.ts';
import { Subscriber, subscriberHistory } from '../../lib/digest/subscriber.ts';
import { latestVersion, NewerRecordError, upgradeRow, versionOf } from '../../lib/records/record-history.ts';
import type { TableName } from '../../lib/tables.ts';
import { exampleRow, storedExamples } from './stored-rows.ts';

const schemaOf = (table: TableName, kind: unknown) => {
  const found = recordKinds[table].find((one) => one.kind === undefined || one.kind === kind);
  if (!found) throw new Error(`no kind ${kind} in ${table}`);
  return found.schema;
};

describe('rows of every version', () => {
  test.each(storedExamples())('are read by today’s code: $name', ({ table, row }) => {
    const history = historyOfRow(table, row);
    const record = readRecord(row, schemaOf(table, row.kind), history) as Record<string, unknown>;
    // Attributes that only the table has use for are left behind; none of the record's changes its value.
    const kept = Object.fromEntries(Object.entries(row).filter(([name]) => name in record));
    const { schemaVersion: _version, ...stored } = kept;
    // Those that lie packed are compared with the list of version 1 in test/coverage/packed-matches.test.ts.
    const { matches: _packed, ...others } = stored;
    const values = typeof stored.matches === 'string' ? others : stored;
    expect(record).toMatchObject(values);
    expect(record.schemaVersion ?? 1).toBe(latestVersion(history));
  });

  test('are kept of every kind of record that a table holds, in every version it has had', () => {
    const kept = storedExamples().map(({ table, row }) => `${historyOfRow(table, row).name} ${versionOf(row)}`);
    const wanted = Object.values(recordKinds)
      .flat()
      .flatMap(({ history }) =>
        Array.from({ length: latestVersion(history) }, (_, index) => `${history.name} ${index + 1}`),
      );
    expect([...new Set(kept)].sort()).toEqual(wanted.sort());
  });
});

/** What a reader of before has had all along. */
const ofVersion3 = {
  frequency: 'daily',
  weekday: 1,
  filter: { themes: [], languages: [], relations: [], outlets: [] },
  quietDay: 'line',
  linkVersion: 1,
};

test('a reader of version 1 is in their state since they were added, for no known reason', () => {
  const { list: _list, ...row } = exampleRow('v1/subscribers');
  expect(readRecord(row, Subscriber, subscriberHistory)).toEqual({
    ...row,
    schemaVersion: 3,
    ...ofVersion3,
    stateAt: '2026-08-01T00:00:00.000Z',
  });
});

test('time and reason that newer code gave to a row of version 1 are kept', () => {
  const { list: _list, ...row } = exampleRow('v1/subscribers.changed');
  expect(readRecord(row, Subscriber, subscriberHistory)).toEqual({ ...row, schemaVersion: 3, ...ofVersion3 });
});

test.each([4, '4', 'new', Number.NaN])('a row of version %s, which this code does not know, is refused', (version) => {
  const row = { ...exampleRow('v3/subscribers'), schemaVersion: version };
  expect(() => upgradeRow(row, subscriberHistory)).toThrow(NewerRecordError);
  expect(() => upgradeRow(row, subscriberHistory)).toThrow(/this checkout is older than the data/);
});

test('a row that is no record of its table is named', () => {
  expect(() => historyOfRow('editions', { kind: 'other' })).toThrow('table editions: no record is of the kind "other"');
});

test('the version of the data folder counts every version of a record', () => {
  const steps = Object.values(recordKinds)
    .flat()
    .reduce((sum, { history }) => sum + history.upgrades.length, 0);
  expect(recordsVersion()).toBe(1 + steps);
  expect(steps).toBeGreaterThan(0);
});
