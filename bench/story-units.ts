import type { StoryIndex } from '../lib/stories/story-index.ts';

export interface StoryUnits {
  reads: number;
  writes: number;
  /** Requests to DynamoDB: one for each row written, one for a hundred rows read. */
  calls: number;
}

const KEYS_A_READ = 100;
/** Of a row besides its record: its key, its kind and what DynamoDB adds. */
const ROW_BYTES = 100;

/**
 * The same index, with the units that DynamoDB would bill: a consistent read 1 for every 4 KB of a row, 1 where there is
 * none; a write 1 for every KB, also where its condition fails.
 */
export function countIndex(index: StoryIndex): { index: StoryIndex; units: () => StoryUnits } {
  const units: StoryUnits = { reads: 0, writes: 0, calls: 0 };
  const kilobytes = (row: object) => (ROW_BYTES + Buffer.byteLength(JSON.stringify(row))) / 1024;
  const write = (row: object) => {
    units.writes += Math.ceil(kilobytes(row));
    units.calls += 1;
  };
  const read = (wanted: number, rows: readonly object[]) => {
    units.reads += wanted - rows.length + rows.reduce((sum: number, one) => sum + Math.ceil(kilobytes(one) / 4), 0);
    units.calls += Math.ceil(wanted / KEYS_A_READ);
  };
  const counted: StoryIndex = {
    async enter(member, names) {
      write(member);
      const before = await index.findUnder(names);
      for (const name of names) write({ name, articleIds: [...(before.get(name) ?? []), member.articleId] });
      await index.enter(member, names);
    },
    async findUnder(names) {
      const found = await index.findUnder(names);
      read(names.length, [...found.values()]);
      return found;
    },
    async getMembers(articleIds) {
      const found = await index.getMembers(articleIds);
      read(articleIds.length, [...found.values()]);
      return found;
    },
    async settle(articleId, place) {
      const member = (await index.getMembers([articleId])).get(articleId);
      if (member !== undefined) write({ ...member, place });
      return index.settle(articleId, place);
    },
  };
  return { index: counted, units: () => units };
}
