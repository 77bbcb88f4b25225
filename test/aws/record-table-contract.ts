import { expect, test } from 'vitest';
import type { StoredRow } from '../../lib/records/record-history.ts';
import type { RecordTable } from '../../lib/records/record-table.ts';
import { exampleRow } from '../records/stored-rows.ts';

const item = (feedId: string, changes: StoredRow = {}): StoredRow => ({
  ...exampleRow('v1/items.queued'),
  articleId: 'c'.repeat(32),
  feedId,
  ...changes,
});

/** What every RecordTable keeps, shown on the items, whose key has two parts. */
export function keepsRows(tableOf: () => RecordTable): void {
  const rowsOf = async (rows: readonly StoredRow[]) =>
    (await tableOf().find(rows)).toSorted((a, b) => String(a.feedId).localeCompare(String(b.feedId)));

  test('a row is added once for its whole key, and replaced when that is asked', async () => {
    const [a, b] = [item('a'), item('b', { guid: 'g', trace: [{ at: 'x', stage: 'y', what: 'z' }] })];
    expect([await tableOf().add(a), await tableOf().add(b), await tableOf().add({ ...a, title: 'x' })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await rowsOf([a, b, a, item('absent')])).toEqual([a, b]);
    expect(await tableOf().replace({ ...a, title: 'x' })).toEqual(a);
    expect(await tableOf().replace(item('new'))).toBeUndefined();
    expect(await rowsOf([a])).toEqual([{ ...a, title: 'x' }]);
  });

  test('a row is rewritten only as it was read, and only where it differs', async () => {
    const read = item('read', { guid: 'old' });
    const { guid: _guid, ...rest } = { ...read, schemaVersion: 2, score: 1 } as Record<string, unknown>;
    await tableOf().add(read);
    expect(await tableOf().rewrite({ ...read, schemaVersion: 3 }, rest)).toBe(false);
    expect(await tableOf().rewrite({ ...read, guid: 'other' }, rest)).toBe(false);
    await tableOf().replace({ ...read, title: 'written meanwhile' });
    expect(await tableOf().rewrite(read, rest)).toBe(true);
    expect(await rowsOf([read])).toEqual([{ ...rest, title: 'written meanwhile' }]);
    expect(await tableOf().rewrite(read, rest)).toBe(false);
    expect(await tableOf().rewrite(item('gone'), { ...item('gone'), schemaVersion: 2 })).toBe(false);
    expect(await rowsOf([item('gone')])).toEqual([]);
  });

  test('a list gives way to something else unless it, or a value beside it, was written meanwhile', async () => {
    const read = item('listed', { trace: [{ at: 'x' }, { at: 'y' }], deep: { list: [1] } });
    const changed = { ...read, schemaVersion: 2, trace: 'packed', deep: undefined };
    const { deep: _deep, ...packed } = changed;
    const written: StoredRow[] = [
      { ...read, trace: [{ at: 'x' }] },
      { ...read, trace: [{ at: 'z' }, { at: 'y' }], title: 'written meanwhile' },
      { ...read, trace: 'packed by another' },
      { ...read, deep: 'none' },
      { ...read, deep: {} },
    ];
    for (const row of written) {
      await tableOf().replace(row);
      expect(await tableOf().rewrite(read, changed)).toBe(false);
      expect(await rowsOf([read])).toEqual([row]);
    }
    await tableOf().replace(read);
    expect(await tableOf().rewrite(read, changed)).toBe(true);
    expect(await rowsOf([read])).toEqual([packed]);
  });

  test('all rows come once, over many pages', async () => {
    const many = Array.from({ length: 40 }, (_, index) => item(`many-${index}`, { title: 'x'.repeat(60_000) }));
    for (const row of many) await tableOf().add(row);
    const seen: string[] = [];
    for await (const page of tableOf().pages()) seen.push(...page.map(({ feedId }) => String(feedId)));
    const own = seen.filter((feedId) => feedId.startsWith('many-'));
    expect(own.toSorted()).toEqual(many.map(({ feedId }) => String(feedId)).toSorted());
  });
}
