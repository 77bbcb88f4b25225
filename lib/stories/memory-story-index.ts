import { MOST_UNDER_A_NAME, type StoryIndex } from './story-index.ts';
import type { StoryMember } from './story-member.ts';

/** The index in memory, with the conditions that the table holds: for texts of a file, and for tests. */
export function createMemoryStoryIndex(
  now: () => Date,
): StoryIndex & { members: () => StoryMember[]; names: () => string[] } {
  const members = new Map<string, StoryMember>();
  const names = new Map<string, { articleIds: string[]; expiresAt: number }>();
  const live = <T extends { expiresAt: number }>(row: T | undefined): T | undefined =>
    row !== undefined && row.expiresAt > now().getTime() / 1000 ? row : undefined;
  return {
    members: () => [...members.values()].toSorted((a, b) => a.articleId.localeCompare(b.articleId)),
    names: () => [...names.keys()].sort(),
    async enter(member, wanted) {
      if (live(members.get(member.articleId)) === undefined) members.set(member.articleId, member);
      for (const name of wanted) {
        const { articleIds = [] } = names.get(name) ?? {};
        if (articleIds.length >= MOST_UNDER_A_NAME || articleIds.includes(member.articleId)) continue;
        names.set(name, { articleIds: [...articleIds, member.articleId], expiresAt: member.expiresAt });
      }
    },
    async findUnder(wanted) {
      const rows = wanted.map((name) => [name, live(names.get(name))?.articleIds] as const);
      return new Map(rows.flatMap(([name, ids]) => (ids === undefined ? [] : [[name, ids] as const])));
    },
    async getMembers(articleIds) {
      const rows = articleIds.map((id) => [id, live(members.get(id))] as const);
      return new Map(rows.flatMap(([id, member]) => (member === undefined ? [] : [[id, member] as const])));
    },
    async settle(articleId, place) {
      const member = live(members.get(articleId));
      if (member?.place !== undefined) return member.place;
      if (member !== undefined) members.set(articleId, { ...member, place });
      return place;
    },
  };
}
